//! What is changed of a line of history without reading it. It leaves the item that writing the record whole would leave.

use super::PaymentStatus;
use crate::items::{one, value};
use crate::tx::Change;
use crate::{StoreError, keys};
use aws_sdk_dynamodb::types::AttributeValue;
use proconnect_domain::{Money, PaymentId, Timestamp, UserId};

/// The same with another amount and fee: a bank took a part of what was to be sent.
pub(crate) fn resized(
    user: UserId,
    payment: Option<PaymentId>,
    (amount, fee): (Money, Money),
    status: PaymentStatus,
) -> Result<Change, StoreError> {
    let mut change = moved(user, payment, status, None)?;
    change.update = "SET #status = :status, amount = :amount, fee = :fee ADD version :one";
    change.values.push((":amount", value(&amount)?));
    change.values.push((":fee", value(&fee)?));
    Ok(change)
}

/// Moves a line of somebody's history on, perhaps with its invoice.
pub(crate) fn moved(
    user: UserId,
    payment: Option<PaymentId>,
    status: PaymentStatus,
    invoice: Option<(&str, Timestamp)>,
) -> Result<Change, StoreError> {
    let payment =
        payment.ok_or_else(|| StoreError::Other("the milestone has no line of history".to_owned()))?;
    let mut values = vec![(":status", value(&status)?), (":one", one())];
    let update = match invoice {
        None => "SET #status = :status ADD version :one",
        Some((number, at)) => {
            values.push((":number", AttributeValue::S(number.to_owned())));
            values.push((":at", value(&at)?));
            "SET #status = :status, invoiceNumber = :number, invoicedAt = :at ADD version :one"
        }
    };
    Ok(Change {
        key: keys::payment(user, payment),
        update,
        condition: "attribute_exists(pk)",
        names: &[("#status", "status")],
        values,
    })
}

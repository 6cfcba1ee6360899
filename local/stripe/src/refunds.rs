//! Refunds of charges, whole or in part.

use crate::balance;
use crate::db::Tx;
use crate::disputes;
use crate::error::StripeError;
use crate::form::{Known, LONGEST, amount, limit, one_of, only, optional, required};
use crate::list::list as envelope;
use serde_json::{Value, json};

const REFUND: Known = &[
    ("charge", LONGEST),
    ("amount", LONGEST),
    ("reason", LONGEST),
    ("metadata[*]", LONGEST),
];

const LIST: Known = &[("charge", LONGEST), ("limit", LONGEST)];

pub(crate) fn create(tx: &Tx<'_>, params: &Value) -> Result<Value, StripeError> {
    only(params, REFUND)?;
    one_of(
        params,
        &["reason"],
        &["duplicate", "fraudulent", "requested_by_customer"],
    )?;
    let mut charge = tx.get("charge", required(params, &["charge"])?)?;
    let id = charge["id"].as_str().unwrap_or_default().to_owned();
    if charge["refunded"] == true {
        let message = format!("Charge {id} has already been refunded.");
        return Err(StripeError::invalid(message).code("charge_already_refunded"));
    }
    if disputes::is_open(tx, &charge)? {
        let message = format!("Charge {id} has been charged back; cannot issue a refund.");
        return Err(StripeError::invalid(message).code("charge_disputed"));
    }
    let (whole, given) = (number(&charge["amount"]), number(&charge["amount_refunded"]));
    let amount = match optional(params, &["amount"]) {
        Some(_) => amount(params, &["amount"])?,
        None => whole - given,
    };
    if amount > whole - given {
        let message = format!(
            "Refund amount ({amount}) is greater than unrefunded amount on charge ({})",
            whole - given
        );
        return Err(StripeError::invalid(message));
    }
    let refund_id = tx.new_id("re")?;
    let transaction =
        balance::transaction(tx, &refund_id, "refund", -amount, 0, &charge["currency"], tx.now)?;
    let refund = json!({
        "id": refund_id, "object": "refund", "created": tx.now, "amount": amount, "currency": charge["currency"],
        "charge": id, "payment_intent": charge["payment_intent"], "balance_transaction": transaction["id"],
        "reason": optional(params, &["reason"]), "status": "succeeded", "receipt_number": null,
        "metadata": params.get("metadata").cloned().unwrap_or_else(|| json!({})),
        "source_transfer_reversal": null, "transfer_reversal": null,
    });
    tx.put(&refund)?;
    show_on_charge(&mut charge, given + amount);
    tx.put(&charge)?;
    tx.event("refund.created", &refund)?;
    tx.event("charge.refunded", &charge)?;
    Ok(refund)
}

/// `refunded` is of the whole charge alone (Stripe's API reference, the charge object).
fn show_on_charge(charge: &mut Value, amount: i64) {
    charge["amount_refunded"] = json!(amount);
    charge["refunded"] = json!(amount > 0 && amount == number(&charge["amount"]));
}

fn number(value: &Value) -> i64 {
    value.as_i64().unwrap_or_default()
}

/// A refund goes on: `failed` and `canceled` bring the money back to the platform's balance.
pub(crate) fn set_status(tx: &Tx<'_>, id: &str, status: &str) -> Result<(), StripeError> {
    let mut refund = tx.get("refund", id)?;
    refund["status"] = json!(status);
    if status == "failed" || status == "canceled" {
        let amount = number(&refund["amount"]);
        let back = balance::transaction(tx, id, "refund_failure", amount, 0, &refund["currency"], tx.now)?;
        refund["failure_balance_transaction"] = back["id"].clone();
        refund["failure_reason"] = json!("lost_or_stolen_card");
        let mut charge = tx.get("charge", refund["charge"].as_str().unwrap_or_default())?;
        let left = number(&charge["amount_refunded"]) - amount;
        show_on_charge(&mut charge, left.max(0));
        tx.put(&charge)?;
    }
    tx.put(&refund)?;
    if status == "failed" {
        tx.event("refund.failed", &refund)?;
    }
    tx.event("refund.updated", &refund)
}

pub(crate) fn list(tx: &Tx<'_>, params: &Value) -> Result<Value, StripeError> {
    only(params, LIST)?;
    let (charge, limit) = (optional(params, &["charge"]), limit(params)?);
    let refunds = tx.all("refund")?.into_iter();
    let found = refunds.filter(|refund| charge.is_none_or(|charge| refund["charge"] == charge));
    Ok(envelope("/v1/refunds", found.take(limit).collect()))
}

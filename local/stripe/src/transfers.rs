//! Transfers to connected accounts.

use crate::accounts::text;
use crate::balance;
use crate::db::Tx;
use crate::error::StripeError;
use crate::form::{Known, LONGEST, amount, currency, limit, only, optional, required};
use crate::list::list as envelope;
use serde_json::{Value, json};

const TRANSFER: Known = &[
    ("amount", LONGEST),
    ("currency", LONGEST),
    ("destination", LONGEST),
    ("source_transaction", LONGEST),
    ("transfer_group", LONGEST),
    ("metadata[*]", LONGEST),
];

const LIST: Known = &[("transfer_group", LONGEST), ("limit", LONGEST)];

pub(crate) fn create(tx: &Tx<'_>, params: &Value) -> Result<Value, StripeError> {
    only(params, TRANSFER)?;
    let amount = amount(params, &["amount"])?;
    let currency = currency(params, &["currency"])?;
    let account = tx.get("account", required(params, &["destination"])?)?;
    if account["capabilities"]["transfers"] != "active" {
        let message = "Your destination account needs to have at least one of the following capabilities enabled: transfers.";
        return Err(StripeError::invalid(message).code("insufficient_capabilities_for_transfer"));
    }
    // With a source the transfer is made at once and settles with its charge; without, the balance must cover it.
    let available_on = match optional(params, &["source_transaction"]) {
        Some(charge) => settles_with(tx, charge, amount, currency)?,
        None if balance::available(tx, currency)? >= amount => tx.now,
        None => {
            let message = "You have insufficient available funds in your Stripe account.";
            return Err(StripeError::invalid(message).code("balance_insufficient"));
        }
    };
    let id = tx.new_id("tr")?;
    let transaction = balance::transaction(tx, &id, "transfer", -amount, 0, &json!(currency), available_on)?;
    let transfer = json!({
        "id": id, "object": "transfer", "created": tx.now, "livemode": false, "amount": amount,
        "amount_reversed": 0, "currency": currency, "destination": account["id"], "reversed": false,
        "source_transaction": optional(params, &["source_transaction"]), "source_type": "card", "description": null, "destination_payment": tx.new_id("py")?,
        "transfer_group": optional(params, &["transfer_group"]), "balance_transaction": transaction["id"],
        "metadata": params.get("metadata").cloned().unwrap_or_else(|| json!({})),
        "reversals": envelope(&format!("/v1/transfers/{id}/reversals"), Vec::new()),
    });
    tx.put(&transfer)?;
    tx.event("transfer.created", &transfer)?;
    Ok(transfer)
}

/// When the source settles. All its transfers together cannot be more than the charge.
fn settles_with(tx: &Tx<'_>, charge: &str, amount: i64, currency: &str) -> Result<i64, StripeError> {
    let charge = tx.get("charge", charge)?;
    let transfers = tx.all("transfer")?;
    let of_charge = transfers
        .iter()
        .filter(|transfer| transfer["source_transaction"] == charge["id"]);
    let sent: i64 = of_charge
        .map(|transfer| transfer["amount"].as_i64().unwrap_or_default())
        .sum();
    if charge["currency"] != currency {
        return Err(StripeError::invalid(
            "The currency of source_transaction's balance transaction differs.",
        ));
    }
    // What was given back cannot be sent on.
    let left = charge["amount"].as_i64().unwrap_or_default()
        - charge["amount_refunded"].as_i64().unwrap_or_default();
    if sent + amount > left {
        return Err(StripeError::invalid(
            "The transfers of a charge cannot exceed its amount.",
        ));
    }
    let transaction = tx.get("balance_transaction", &text(&charge["balance_transaction"]))?;
    Ok(transaction["available_on"].as_i64().unwrap_or(tx.now))
}

pub(crate) fn list(tx: &Tx<'_>, params: &Value) -> Result<Value, StripeError> {
    only(params, LIST)?;
    let (group, limit) = (optional(params, &["transfer_group"]), limit(params)?);
    let transfers = tx.all("transfer")?.into_iter();
    let found = transfers.filter(|transfer| group.is_none_or(|group| transfer["transfer_group"] == group));
    Ok(envelope("/v1/transfers", found.take(limit).collect()))
}

//! Checkout Sessions and the payments behind them.

use crate::accounts::text;
use crate::balance;
use crate::db::Tx;
use crate::error::StripeError;
use crate::form::{amount, only, optional, required};
use crate::list::list as envelope;
use serde_json::{Value, json};

/// Stripe's default: 24 hours.
const SESSION_LIFE: i64 = 24 * 3600;
/// How long a bank debit takes here: three days.
const SETTLES_AFTER: i64 = 3 * 24 * 3600;

/// How a visit to the page ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    Paid,
    Declined,
    Processing,
    AsyncFailed,
}

pub(crate) fn create(tx: &Tx<'_>, params: &Value) -> Result<Value, StripeError> {
    only(
        params,
        &[
            "mode",
            "line_items",
            "payment_intent_data",
            "metadata",
            "customer_email",
            "success_url",
            "cancel_url",
            "expires_at",
        ],
    )?;
    if required(params, &["mode"])? != "payment" {
        return Err(StripeError::invalid("Only mode=payment is supported."));
    }
    let price = ["line_items", "0", "price_data"];
    let unit = amount(params, &[price[0], price[1], price[2], "unit_amount"])?;
    let quantity = amount(params, &["line_items", "0", "quantity"])?;
    let currency = required(params, &[price[0], price[1], price[2], "currency"])?;
    let name = required(params, &[price[0], price[1], price[2], "product_data", "name"])?;
    let id = tx.new_id("cs_test")?;
    let session = json!({
        "id": id, "object": "checkout.session", "created": tx.now, "livemode": false, "mode": "payment",
        "status": "open", "payment_status": "unpaid", "url": format!("{}/pay/{id}", tx.public_url),
        "amount_subtotal": unit * quantity, "amount_total": unit * quantity, "currency": currency,
        "success_url": required(params, &["success_url"])?, "cancel_url": optional(params, &["cancel_url"]),
        "customer_email": optional(params, &["customer_email"]), "expires_at": tx.now + SESSION_LIFE,
        "metadata": params.get("metadata").cloned().unwrap_or_else(|| json!({})), "payment_intent": null,
        "automatic_tax": {"enabled": false, "liability": null, "provider": null, "status": null},
        "custom_fields": [], "payment_method_types": ["card", "us_bank_account"], "shipping_options": [],
        "custom_text": {"after_submit": null, "shipping_address": null, "submit": null, "terms_of_service_acceptance": null},
        // Not Stripe's: what the page and the payment need to know.
        "_description": name, "_intent_data": params.get("payment_intent_data").cloned().unwrap_or_else(|| json!({})),
    });
    tx.put(&session)?;
    Ok(session)
}

/// A session, with what `expand[]` asks for: the intent, its charge, and that charge's balance transaction.
pub(crate) fn retrieve(tx: &Tx<'_>, id: &str, params: &Value) -> Result<Value, StripeError> {
    let mut session = tx.get("checkout.session", id)?;
    let wanted: Vec<String> = params["expand"]
        .as_object()
        .into_iter()
        .flatten()
        .map(|(_, path)| text(path))
        .collect();
    for path in wanted {
        let mut place = &mut session;
        for part in path.split('.') {
            if place.is_null() {
                break;
            }
            place = &mut place[part];
            if let Some(id) = place.as_str().map(str::to_owned) {
                let kind = match part {
                    "latest_charge" => "charge",
                    other => other,
                };
                *place = tx.get(kind, &id)?;
            }
        }
    }
    Ok(session)
}

pub(crate) fn list(tx: &Tx<'_>, params: &Value) -> Result<Value, StripeError> {
    let intent = optional(params, &["payment_intent"]);
    let sessions = tx.all("checkout.session")?.into_iter();
    let found = sessions.filter(|session| intent.is_none_or(|intent| session["payment_intent"] == intent));
    Ok(envelope("/v1/checkout/sessions", found.collect()))
}

pub(crate) fn expire_now(tx: &Tx<'_>, id: &str) -> Result<Value, StripeError> {
    let session = tx.get("checkout.session", id)?;
    if session["status"] != "open" {
        return Err(StripeError::invalid(
            "Only Checkout Sessions with a status of open can be expired.",
        ));
    }
    expire(tx, session)
}

fn expire(tx: &Tx<'_>, mut session: Value) -> Result<Value, StripeError> {
    session["status"] = json!("expired");
    session["url"] = Value::Null;
    tx.put(&session)?;
    tx.event("checkout.session.expired", &session)?;
    Ok(session)
}

/// Ends a visit to the page. A session that is not open any more stays as it is: nobody pays twice.
pub(crate) fn pay(tx: &Tx<'_>, id: &str, outcome: Outcome) -> Result<Value, StripeError> {
    let mut session = tx.get("checkout.session", id)?;
    if session["status"] != "open" {
        return Ok(session);
    }
    if session["expires_at"].as_i64().unwrap_or_default() <= tx.now {
        return expire(tx, session);
    }
    let mut intent = intent_of(tx, &mut session)?;
    match outcome {
        Outcome::Declined => {
            intent["status"] = json!("requires_payment_method");
            tx.put(&intent)?;
            tx.put(&session)?;
            tx.event("payment_intent.payment_failed", &intent)?;
            return Ok(session);
        }
        Outcome::Paid => {
            succeed(tx, &mut intent)?;
            session["payment_status"] = json!("paid");
        }
        Outcome::Processing | Outcome::AsyncFailed => {
            intent["status"] = json!("processing");
            intent["_settles_at"] = json!(tx.now + SETTLES_AFTER);
            intent["_will_fail"] = json!(outcome == Outcome::AsyncFailed);
            tx.put(&intent)?;
            tx.event("payment_intent.processing", &intent)?;
        }
    }
    session["status"] = json!("complete");
    session["url"] = Value::Null;
    tx.put(&session)?;
    tx.event("checkout.session.completed", &session)?;
    Ok(session)
}

/// The session's intent; made with the first try to pay, as Stripe does.
fn intent_of(tx: &Tx<'_>, session: &mut Value) -> Result<Value, StripeError> {
    if let Some(id) = session["payment_intent"].as_str() {
        return tx.get("payment_intent", id);
    }
    let data = &session["_intent_data"];
    let id = tx.new_id("pi")?;
    let intent = json!({
        "id": id, "object": "payment_intent", "created": tx.now, "livemode": false,
        "amount": session["amount_total"], "amount_capturable": 0, "amount_received": 0,
        "currency": session["currency"], "status": "requires_payment_method", "capture_method": "automatic",
        "confirmation_method": "automatic", "payment_method_types": ["card", "us_bank_account"],
        "metadata": data.get("metadata").cloned().unwrap_or_else(|| json!({})),
        "transfer_group": data["transfer_group"], "receipt_email": data["receipt_email"], "latest_charge": null,
    });
    session["payment_intent"] = json!(id);
    Ok(intent)
}

/// The money is there: a charge, what Stripe takes for it, and the intent's end.
fn succeed(tx: &Tx<'_>, intent: &mut Value) -> Result<(), StripeError> {
    let charge = balance::charge(tx, intent)?;
    intent["status"] = json!("succeeded");
    intent["amount_received"] = intent["amount"].clone();
    intent["latest_charge"] = charge["id"].clone();
    tx.put(intent)?;
    tx.event("charge.succeeded", &charge)?;
    tx.event("payment_intent.succeeded", intent)
}

/// Time passes: pages close, slow payments settle.
pub(crate) fn tick(tx: &Tx<'_>) -> Result<(), StripeError> {
    for session in tx.all("checkout.session")? {
        if session["status"] == "open" && session["expires_at"].as_i64().unwrap_or_default() <= tx.now {
            expire(tx, session)?;
        } else if session["status"] == "complete" && session["payment_status"] == "unpaid" {
            settle(tx, session)?;
        }
    }
    Ok(())
}

fn settle(tx: &Tx<'_>, mut session: Value) -> Result<(), StripeError> {
    let mut intent = tx.get("payment_intent", &text(&session["payment_intent"]))?;
    if intent["status"] != "processing" || intent["_settles_at"].as_i64().unwrap_or_default() > tx.now {
        return Ok(());
    }
    if intent["_will_fail"] == true {
        intent["status"] = json!("requires_payment_method");
        tx.put(&intent)?;
        tx.event("payment_intent.payment_failed", &intent)?;
        return tx.event("checkout.session.async_payment_failed", &session);
    }
    succeed(tx, &mut intent)?;
    session["payment_status"] = json!("paid");
    tx.put(&session)?;
    tx.event("checkout.session.async_payment_succeeded", &session)
}

//! Checkout Sessions and the payments behind them.

use crate::accounts::text;
use crate::db::Tx;
use crate::error::StripeError;
use crate::form::{Known, LONGEST, amount, currency, email, limit, one_of, only, optional, required, url};
use crate::list::list as envelope;
use crate::payment::{self, Outcome};
use serde_json::{Value, json};

/// Stripe's default: 24 hours.
const SESSION_LIFE: i64 = 24 * 3600;
/// docs.stripe.com/api/checkout/sessions/create: the least is 50 cents of a dollar or euro, 30 pence.
const LEAST: i64 = 50;
const LEAST_PENCE: i64 = 30;
/// The same: "the amount value supports up to eight digits".
const MOST: i64 = 99_999_999;

const SESSION: Known = &[
    ("mode", LONGEST),
    ("line_items[*][price_data][currency]", LONGEST),
    ("line_items[*][price_data][unit_amount]", LONGEST),
    ("line_items[*][price_data][product_data][name]", LONGEST),
    ("line_items[*][quantity]", LONGEST),
    ("payment_intent_data[capture_method]", LONGEST),
    ("payment_intent_data[metadata][*]", LONGEST),
    ("payment_intent_data[transfer_group]", LONGEST),
    ("payment_intent_data[receipt_email]", LONGEST),
    ("metadata[*]", LONGEST),
    ("customer_email", LONGEST),
    ("success_url", LONGEST),
    ("cancel_url", LONGEST),
];

const LIST: Known = &[("payment_intent", LONGEST), ("limit", LONGEST)];

/// Expansions go four levels deep (docs.stripe.com/api/expanding_objects).
const DEEPEST: usize = 4;

pub(crate) fn create(tx: &Tx<'_>, params: &Value) -> Result<Value, StripeError> {
    only(params, SESSION)?;
    required(params, &["mode"])?;
    one_of(params, &["mode"], &["payment"])?;
    let price = ["line_items", "0", "price_data"];
    let unit = amount(params, &[price[0], price[1], price[2], "unit_amount"])?;
    let quantity = amount(params, &["line_items", "0", "quantity"])?;
    let currency = currency(params, &[price[0], price[1], price[2], "currency"])?;
    let name = required(params, &[price[0], price[1], price[2], "product_data", "name"])?;
    let total = total(unit, quantity, currency)?;
    let data = params
        .get("payment_intent_data")
        .cloned()
        .unwrap_or_else(|| json!({}));
    email(&data, &["receipt_email"])?;
    let success_url = url(params, &["success_url"])?.ok_or_else(|| StripeError::missing("success_url"))?;
    let id = tx.new_id("cs_test")?;
    let session = json!({
        "id": id, "object": "checkout.session", "created": tx.now, "livemode": false, "mode": "payment",
        "status": "open", "payment_status": "unpaid", "url": format!("{}/pay/{id}", tx.public_url),
        "amount_subtotal": total, "amount_total": total, "currency": currency,
        "success_url": success_url, "cancel_url": url(params, &["cancel_url"])?,
        "customer_email": email(params, &["customer_email"])?, "expires_at": tx.now + SESSION_LIFE,
        "metadata": params.get("metadata").cloned().unwrap_or_else(|| json!({})), "payment_intent": null,
        "automatic_tax": {"enabled": false, "liability": null, "provider": null, "status": null},
        "custom_fields": [], "payment_method_types": ["card", "us_bank_account"], "shipping_options": [],
        "custom_text": {"after_submit": null, "shipping_address": null, "submit": null, "terms_of_service_acceptance": null},
        // Not Stripe's, and never answered: what the page and the payment need to know.
        "_description": name, "_intent_data": data,
    });
    tx.put(&session)?;
    Ok(session)
}

fn total(unit: i64, quantity: i64, currency: &str) -> Result<i64, StripeError> {
    let refuse = |code: &'static str, message: &str| Err(StripeError::invalid(message).code(code));
    let least = if currency == "gbp" { LEAST_PENCE } else { LEAST };
    match unit.checked_mul(quantity) {
        Some(total) if total < least => refuse(
            "amount_too_small",
            "The Checkout Session's total amount due is too small.",
        ),
        Some(total) if total <= MOST => Ok(total),
        _ => refuse(
            "amount_too_large",
            "The Checkout Session's total amount due must be no more than 999,999.99.",
        ),
    }
}

/// A session, with what `expand[]` asks for: the intent, its charge, and that charge's balance transaction.
pub(crate) fn retrieve(tx: &Tx<'_>, id: &str, params: &Value) -> Result<Value, StripeError> {
    expand(tx, tx.get("checkout.session", id)?, params)
}

/// An object with what `expand[]` asks for.
pub(crate) fn expand(tx: &Tx<'_>, mut object: Value, params: &Value) -> Result<Value, StripeError> {
    only(params, &[("expand[*]", LONGEST)])?;
    let wanted: Vec<String> = params["expand"]
        .as_object()
        .into_iter()
        .flatten()
        .map(|(_, path)| text(path))
        .collect();
    for path in wanted {
        if path.split('.').count() > DEEPEST {
            return Err(StripeError::invalid(
                "You cannot expand more than 4 levels of a property.",
            ));
        }
        let mut place = &mut object;
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
    Ok(object)
}

pub(crate) fn list(tx: &Tx<'_>, params: &Value) -> Result<Value, StripeError> {
    only(params, LIST)?;
    let (intent, limit) = (optional(params, &["payment_intent"]), limit(params)?);
    if let Some(intent) = intent {
        tx.get("payment_intent", intent)?;
    }
    let sessions = tx.all("checkout.session")?.into_iter();
    let found = sessions.filter(|session| intent.is_none_or(|intent| session["payment_intent"] == intent));
    Ok(envelope("/v1/checkout/sessions", found.take(limit).collect()))
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

/// Ends a visit to the page. A session that is not open any more stays as it is: nobody pays twice there.
pub(crate) fn pay(tx: &Tx<'_>, id: &str, outcome: Outcome) -> Result<Value, StripeError> {
    let mut session = tx.get("checkout.session", id)?;
    if session["status"] != "open" {
        return Ok(session);
    }
    if session["expires_at"].as_i64().unwrap_or_default() <= tx.now {
        return expire(tx, session);
    }
    let mut intent = payment::intent_of(tx, &mut session)?;
    if payment::begin(tx, &mut intent, outcome)? {
        session["status"] = json!("complete");
        session["url"] = Value::Null;
        if intent["status"] == "succeeded" {
            session["payment_status"] = json!("paid");
        }
    }
    tx.put(&session)?;
    if session["status"] == "complete" {
        tx.event("checkout.session.completed", &session)?;
    }
    Ok(session)
}

/// A payment that was on its way ends.
pub(crate) fn settle(tx: &Tx<'_>, id: &str, end: payment::End) -> Result<Value, StripeError> {
    let mut session = tx.get("checkout.session", id)?;
    let intent = text(&session["payment_intent"]);
    if session["status"] != "complete" || session["payment_status"] != "unpaid" || intent.is_empty() {
        return Ok(session);
    }
    payment::end(tx, tx.get("payment_intent", &intent)?, end)?;
    let event = match end {
        payment::End::Succeeded => "checkout.session.async_payment_succeeded",
        payment::End::Failed => "checkout.session.async_payment_failed",
        // Stripe tells of the intent alone.
        payment::End::Canceled => return Ok(session),
    };
    if end == payment::End::Succeeded {
        session["payment_status"] = json!("paid");
        tx.put(&session)?;
    }
    tx.event(event, &session)?;
    Ok(session)
}

/// Time passes: pages close, slow payments end.
pub(crate) fn tick(tx: &Tx<'_>) -> Result<(), StripeError> {
    for session in tx.all("checkout.session")? {
        if session["status"] == "open" && session["expires_at"].as_i64().unwrap_or_default() <= tx.now {
            expire(tx, session)?;
        } else if session["status"] == "complete" && session["payment_status"] == "unpaid" {
            let intent = tx.get("payment_intent", &text(&session["payment_intent"]))?;
            if let Some(end) = payment::due(&intent, tx.now) {
                settle(tx, &text(&session["id"]), end)?;
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_what_stripe_takes() {
        for (unit, quantity, currency, is_good) in [
            (50, 1, "usd", true),
            (49, 1, "usd", false),
            (30, 1, "gbp", true),
            (29, 1, "gbp", false),
            (MOST, 1, "eur", true),
            (MOST + 1, 1, "eur", false),
            (50_000_000, 2, "usd", false),
            (i64::MAX, 2, "usd", false),
        ] {
            assert_eq!(
                total(unit, quantity, currency).is_ok(),
                is_good,
                "{unit} × {quantity} {currency}"
            );
        }
    }
}

//! Payments behind Checkout: what each way to pay does at once, and what comes of it later.

use crate::balance;
use crate::db::Tx;
use crate::error::StripeError;
use serde_json::{Value, json};

/// How long a bank debit takes here, and how long a voucher can be paid: three days.
const DAYS: i64 = 3 * 24 * 3600;

/// How a visit to the page ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    Paid,
    Declined,
    /// A bank debit that arrives after three days.
    Processing,
    /// One that is refused after three days.
    AsyncFailed,
    /// A voucher to be paid at a till: it runs out after three days, unless it is paid.
    Voucher,
    /// The payer is shown where to send the money to: it arrives when they send it.
    BankTransfer,
}

impl Outcome {
    /// All, by their words in the page's form.
    pub(crate) const ALL: [(&'static str, Outcome); 6] = [
        ("paid", Outcome::Paid),
        ("declined", Outcome::Declined),
        ("processing", Outcome::Processing),
        ("async_failed", Outcome::AsyncFailed),
        ("voucher", Outcome::Voucher),
        ("bank_transfer", Outcome::BankTransfer),
    ];

    pub(crate) fn parse(word: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .find(|(known, _)| *known == word)
            .map(|(_, outcome)| *outcome)
    }
}

/// How a payment that was on its way ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum End {
    Succeeded,
    Failed,
    Canceled,
}

/// The session's intent; made with the first try to pay, as Stripe does.
pub(crate) fn intent_of(tx: &Tx<'_>, session: &mut Value) -> Result<Value, StripeError> {
    if let Some(id) = session["payment_intent"].as_str() {
        return tx.get("payment_intent", id);
    }
    let data = &session["_intent_data"];
    let id = tx.new_id("pi")?;
    let intent = json!({
        "id": id, "object": "payment_intent", "created": tx.now, "livemode": false,
        "amount": session["amount_total"], "amount_capturable": 0, "amount_received": 0,
        "currency": session["currency"], "status": "requires_payment_method",
        "capture_method": data["capture_method"].as_str().unwrap_or("automatic_async"),
        "confirmation_method": "automatic", "payment_method_types": ["card", "us_bank_account"],
        "metadata": data.get("metadata").cloned().unwrap_or_else(|| json!({})),
        "transfer_group": data["transfer_group"], "receipt_email": data["receipt_email"], "latest_charge": null,
        "last_payment_error": null, "next_action": null,
    });
    session["payment_intent"] = json!(id);
    Ok(intent)
}

/// Begins a try to pay; whether that finishes the page.
pub(crate) fn begin(tx: &Tx<'_>, intent: &mut Value, outcome: Outcome) -> Result<bool, StripeError> {
    intent["last_payment_error"] = Value::Null;
    match outcome {
        Outcome::Paid => succeed(tx, intent)?,
        Outcome::Declined => {
            fail(tx, intent, "card_declined", "Your card was declined.")?;
            return Ok(false);
        }
        Outcome::Processing | Outcome::AsyncFailed => {
            intent["status"] = json!("processing");
            intent["_ends_at"] = json!(tx.now + DAYS);
            intent["_will_fail"] = json!(outcome == Outcome::AsyncFailed);
            tx.put(intent)?;
            tx.event("payment_intent.processing", intent)?;
        }
        Outcome::Voucher => {
            intent["_ends_at"] = json!(tx.now + DAYS);
            intent["_will_fail"] = json!(true);
            let details = json!({"entity": "10000", "reference": "123 456 789", "expires_at": tx.now + DAYS, "hosted_voucher_url": null});
            let action = json!({"type": "multibanco_display_details", "multibanco_display_details": details});
            await_payer(tx, intent, action)?;
        }
        Outcome::BankTransfer => {
            let details = json!({
                "amount_remaining": intent["amount"], "currency": intent["currency"], "reference": "LOCAL123",
                "hosted_instructions_url": null, "type": "us_bank_transfer",
            });
            let action = json!({"type": "display_bank_transfer_instructions", "display_bank_transfer_instructions": details});
            await_payer(tx, intent, action)?;
        }
    }
    Ok(true)
}

/// The payer has to do something outside of the page.
fn await_payer(tx: &Tx<'_>, intent: &mut Value, action: Value) -> Result<(), StripeError> {
    intent["status"] = json!("requires_action");
    intent["next_action"] = action;
    tx.put(intent)?;
    tx.event("payment_intent.requires_action", intent)
}

/// The money is there: a charge, what Stripe takes for it, and the intent's end.
fn succeed(tx: &Tx<'_>, intent: &mut Value) -> Result<(), StripeError> {
    let charge = balance::charge(tx, intent)?;
    intent["status"] = json!("succeeded");
    intent["next_action"] = Value::Null;
    intent["amount_received"] = intent["amount"].clone();
    intent["latest_charge"] = charge["id"].clone();
    tx.put(intent)?;
    tx.event("charge.succeeded", &charge)?;
    tx.event("payment_intent.succeeded", intent)
}

fn fail(tx: &Tx<'_>, intent: &mut Value, code: &str, message: &str) -> Result<(), StripeError> {
    intent["status"] = json!("requires_payment_method");
    intent["next_action"] = Value::Null;
    intent["last_payment_error"] = json!({"type": "card_error", "code": code, "message": message});
    tx.put(intent)?;
    tx.event("payment_intent.payment_failed", intent)
}

/// Ends a payment that was on its way.
pub(crate) fn end(tx: &Tx<'_>, mut intent: Value, end: End) -> Result<(), StripeError> {
    match end {
        End::Succeeded => succeed(tx, &mut intent),
        End::Failed => fail(
            tx,
            &mut intent,
            "payment_intent_payment_attempt_expired",
            "The latest payment attempt of this PaymentIntent has failed or expired.",
        ),
        End::Canceled => {
            intent["status"] = json!("canceled");
            intent["next_action"] = Value::Null;
            intent["canceled_at"] = json!(tx.now);
            intent["cancellation_reason"] = json!("abandoned");
            tx.put(&intent)?;
            tx.event("payment_intent.canceled", &intent)
        }
    }
}

/// What has become of a payment on its way by now, by itself.
pub(crate) fn due(intent: &Value, now: i64) -> Option<End> {
    let on_its_way = intent["status"] == "processing" || intent["status"] == "requires_action";
    let is_due = intent["_ends_at"].as_i64().is_some_and(|at| at <= now);
    (on_its_way && is_due).then(|| {
        if intent["_will_fail"] == true {
            End::Failed
        } else {
            End::Succeeded
        }
    })
}

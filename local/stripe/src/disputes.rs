//! Chargebacks, which Stripe calls disputes, and early warnings of fraud: what a bank or a network does is asked for by a control.

use crate::balance;
use crate::checkout::expand;
use crate::db::Tx;
use crate::error::StripeError;
use crate::form::{Known, LONGEST, limit, only, optional};
use crate::list::list as envelope;
use serde::Deserialize;
use serde_json::{Value, json};

const LIST: Known = &[("charge", LONGEST), ("limit", LONGEST)];

/// How long evidence is taken: ten days.
const TIME_TO_ANSWER: i64 = 10 * 24 * 3600;

/// What Stripe takes for a chargeback, and keeps whoever wins.
const FEE: i64 = 1_500;

/// A bank wants money of a charge back.
#[derive(Debug, Deserialize)]
pub(crate) struct Open {
    charge: String,
    /// All of it when nothing is said.
    amount: Option<i64>,
    #[serde(default = "fraudulent")]
    reason: String,
    /// Only an inquiry: no money moves yet.
    #[serde(default)]
    inquiry: bool,
}

fn fraudulent() -> String {
    "fraudulent".to_owned()
}

/// What becomes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Turn {
    /// Evidence was sent.
    Answer,
    Win,
    Lose,
}

/// Opens a dispute, and takes the money, as a bank does.
pub(crate) fn open(tx: &Tx<'_>, wanted: &Open) -> Result<Value, StripeError> {
    let mut charge = tx.get("charge", &wanted.charge)?;
    let whole = number(&charge["amount"]) - number(&charge["amount_refunded"]);
    let amount = wanted.amount.unwrap_or(whole);
    if amount <= 0 || amount > number(&charge["amount"]) {
        return Err(StripeError::invalid("A bank wants something, up to the charge."));
    }
    let id = tx.new_id("du")?;
    let mut dispute = json!({
        "id": id, "object": "dispute", "created": tx.now, "livemode": false, "amount": amount, "currency": charge["currency"],
        "charge": charge["id"], "payment_intent": charge["payment_intent"], "balance_transactions": [], "metadata": {},
        "evidence": evidence(), "enhanced_eligibility_types": [], "network_reason_code": "10.4", "reason": wanted.reason,
        "status": if wanted.inquiry { "warning_needs_response" } else { "needs_response" }, "is_charge_refundable": wanted.inquiry,
        "evidence_details": {
            "due_by": tx.now + TIME_TO_ANSWER, "has_evidence": false, "past_due": false, "submission_count": 0,
            "enhanced_eligibility": {},
        },
    });
    charge["disputed"] = json!(true);
    tx.put(&charge)?;
    if !wanted.inquiry {
        moves(tx, &mut dispute, -amount, FEE)?;
    }
    tx.put(&dispute)?;
    tx.event("charge.dispute.created", &dispute)?;
    if !wanted.inquiry {
        tx.event("charge.dispute.funds_withdrawn", &dispute)?;
    }
    Ok(dispute)
}

/// A dispute goes on. A bank may decide once more, and otherwise.
pub(crate) fn turn(tx: &Tx<'_>, id: &str, turn: Turn) -> Result<(), StripeError> {
    let mut dispute = tx.get("dispute", id)?;
    let is_inquiry = dispute["status"]
        .as_str()
        .is_some_and(|word| word.starts_with("warning_"));
    let amount = number(&dispute["amount"]);
    let out: i64 = dispute["balance_transactions"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|moved| -number(&moved["amount"]))
        .sum();
    let status = match (turn, is_inquiry) {
        (Turn::Answer, true) => "warning_under_review",
        (Turn::Answer, false) => "under_review",
        (Turn::Win, true) => "warning_closed",
        (Turn::Win, false) => "won",
        (Turn::Lose, _) => "lost",
    };
    dispute["status"] = json!(status);
    if turn == Turn::Answer {
        dispute["evidence_details"]["has_evidence"] = json!(true);
        dispute["evidence_details"]["submission_count"] = json!(1);
        tx.put(&dispute)?;
        return tx.event("charge.dispute.updated", &dispute);
    }
    let moved = match turn {
        Turn::Win if out > 0 => Some((out, "charge.dispute.funds_reinstated")),
        Turn::Lose if out == 0 => Some((-amount, "charge.dispute.funds_withdrawn")),
        _ => None,
    };
    if let Some((amount, _)) = moved {
        moves(tx, &mut dispute, amount, 0)?;
    }
    tx.put(&dispute)?;
    tx.event("charge.dispute.closed", &dispute)?;
    moved.map_or(Ok(()), |(_, event)| tx.event(event, &dispute))
}

/// A network warns of a charge.
pub(crate) fn warn(tx: &Tx<'_>, charge: &str) -> Result<Value, StripeError> {
    let charge = tx.get("charge", charge)?;
    let warning = json!({
        "id": tx.new_id("issfr")?, "object": "radar.early_fraud_warning", "created": tx.now, "livemode": false,
        "actionable": true, "charge": charge["id"], "payment_intent": charge["payment_intent"],
        "fraud_type": "made_with_stolen_card",
    });
    tx.put(&warning)?;
    tx.event("radar.early_fraud_warning.created", &warning)?;
    Ok(warning)
}

fn moves(tx: &Tx<'_>, dispute: &mut Value, amount: i64, fee: i64) -> Result<(), StripeError> {
    let id = dispute["id"].as_str().unwrap_or_default().to_owned();
    let currency = dispute["currency"].clone();
    let moved = balance::transaction(tx, &id, "adjustment", amount, fee, &currency, tx.now)?;
    if let Some(all) = dispute["balance_transactions"].as_array_mut() {
        all.push(moved);
    }
    Ok(())
}

fn number(value: &Value) -> i64 {
    value.as_i64().unwrap_or_default()
}

/// Nothing was sent yet.
fn evidence() -> Value {
    let names = [
        "access_activity_log",
        "billing_address",
        "cancellation_policy",
        "cancellation_policy_disclosure",
        "cancellation_rebuttal",
        "customer_communication",
        "customer_email_address",
        "customer_name",
        "customer_purchase_ip",
        "customer_signature",
        "duplicate_charge_documentation",
        "duplicate_charge_explanation",
        "duplicate_charge_id",
        "product_description",
        "receipt",
        "refund_policy",
        "refund_policy_disclosure",
        "refund_refusal_explanation",
        "service_date",
        "service_documentation",
        "shipping_address",
        "shipping_carrier",
        "shipping_date",
        "shipping_documentation",
        "shipping_tracking_number",
        "uncategorized_file",
        "uncategorized_text",
    ];
    let mut evidence = json!({"enhanced_evidence": {}});
    for name in names {
        evidence[name] = Value::Null;
    }
    evidence
}

/// Whether a bank has something against a charge: then nothing of it can be refunded.
pub(crate) fn is_open(tx: &Tx<'_>, charge: &Value) -> Result<bool, StripeError> {
    let disputes = tx.all("dispute")?;
    let own: Vec<&Value> = disputes
        .iter()
        .filter(|dispute| dispute["charge"] == charge["id"])
        .collect();
    let is_over = |dispute: &&Value| dispute["status"] == "won" || dispute["status"] == "warning_closed";
    Ok(charge["disputed"] == true && (own.is_empty() || !own.iter().all(is_over)))
}

/// One of them, with what `expand[]` asks for.
pub(crate) fn retrieve(tx: &Tx<'_>, kind: &str, id: &str, params: &Value) -> Result<Value, StripeError> {
    expand(tx, tx.get(kind, id)?, params)
}

pub(crate) fn list(tx: &Tx<'_>, params: &Value) -> Result<Value, StripeError> {
    only(params, LIST)?;
    let (charge, limit) = (optional(params, &["charge"]), limit(params)?);
    let disputes = tx.all("dispute")?.into_iter();
    let found = disputes.filter(|dispute| charge.is_none_or(|charge| dispute["charge"] == charge));
    Ok(envelope("/v1/disputes", found.take(limit).collect()))
}

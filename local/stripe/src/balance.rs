//! Charges and the platform's balance: what is pending is not available yet.

use crate::db::Tx;
use crate::error::StripeError;
use serde_json::{Value, json};

/// A card charge settles after two days.
const SETTLES_AFTER: i64 = 2 * 24 * 3600;

/// Charges an intent: 2.9 % and 30 cents go to the processor.
pub(crate) fn charge(tx: &Tx<'_>, intent: &Value) -> Result<Value, StripeError> {
    let amount = intent["amount"].as_i64().unwrap_or_default();
    let fee = (amount * 29 + 500) / 1000 + 30;
    let id = tx.new_id("ch")?;
    let available_on = tx.now + SETTLES_AFTER;
    let transaction = transaction(tx, &id, "charge", amount, fee, &intent["currency"], available_on)?;
    // Captured later, it is not booked yet as far as the charge says (docs.stripe.com/payments/payment-intents/asynchronous-capture).
    let booked = (intent["capture_method"] == "automatic").then(|| transaction["id"].clone());
    let charge = json!({
        "id": id, "object": "charge", "created": tx.now, "livemode": false, "amount": amount,
        "amount_captured": amount, "amount_refunded": 0, "captured": true, "paid": true, "refunded": false,
        "disputed": false, "status": "succeeded", "currency": intent["currency"], "payment_intent": intent["id"],
        "balance_transaction": booked, "metadata": intent["metadata"],
        "transfer_group": intent["transfer_group"], "payment_method_details": null, "refunds": null,
        "billing_details": {"address": null, "email": null, "name": null, "phone": null, "tax_id": null},
    });
    tx.put(&charge)?;
    Ok(charge)
}

/// Books a movement of the platform's balance.
pub(crate) fn transaction(
    tx: &Tx<'_>,
    source: &str,
    kind: &str,
    amount: i64,
    fee: i64,
    currency: &Value,
    available_on: i64,
) -> Result<Value, StripeError> {
    let transaction = json!({
        "id": tx.new_id("txn")?, "object": "balance_transaction", "created": tx.now, "available_on": available_on,
        "amount": amount, "fee": fee, "net": amount - fee, "currency": currency, "type": kind, "source": source,
        "status": "pending", "reporting_category": kind, "balance_type": "payments", "exchange_rate": null,
        "fee_details": [{"amount": fee, "currency": currency, "type": "stripe_fee", "application": null, "description": "Stripe processing fees"}],
    });
    tx.put(&transaction)?;
    Ok(transaction)
}

/// What is available now in a currency.
pub(crate) fn available(tx: &Tx<'_>, currency: &str) -> Result<i64, StripeError> {
    sum(tx, currency, |on| on <= tx.now)
}

fn sum(tx: &Tx<'_>, currency: &str, when: impl Fn(i64) -> bool) -> Result<i64, StripeError> {
    let all = tx.all("balance_transaction")?;
    let matching = all.iter().filter(|transaction| {
        transaction["currency"] == currency && when(transaction["available_on"].as_i64().unwrap_or_default())
    });
    Ok(matching
        .map(|transaction| transaction["net"].as_i64().unwrap_or_default())
        .sum())
}

pub(crate) fn retrieve(tx: &Tx<'_>) -> Result<Value, StripeError> {
    let mut amounts = (Vec::new(), Vec::new());
    for currency in ["usd", "eur", "gbp"] {
        let entry =
            |amount| json!({"amount": amount, "currency": currency, "source_types": {"card": amount}});
        amounts.0.push(entry(available(tx, currency)?));
        amounts.1.push(entry(sum(tx, currency, |on| on > tx.now)?));
    }
    Ok(json!({"object": "balance", "livemode": false, "available": amounts.0, "pending": amounts.1}))
}

//! From Stripe's objects to the port's.

use proconnect_domain::{Currency, Money, Timestamp};
use proconnect_payments::{
    Account, CheckoutSession, CheckoutStatus, GatewayError, IntentStatus, TransferReceipt,
};
use stripe_checkout::CheckoutSessionStatus;
use stripe_core::PaymentIntentStatus;
use stripe_types::Expandable;

pub(crate) fn currency(currency: Currency) -> stripe_types::Currency {
    match currency {
        Currency::Usd => stripe_types::Currency::USD,
        Currency::Eur => stripe_types::Currency::EUR,
        Currency::Gbp => stripe_types::Currency::GBP,
    }
}

fn money(amount: i64, currency: &stripe_types::Currency) -> Result<Money, GatewayError> {
    let currency = match currency {
        stripe_types::Currency::USD => Currency::Usd,
        stripe_types::Currency::EUR => Currency::Eur,
        stripe_types::Currency::GBP => Currency::Gbp,
        other => return Err(GatewayError::Unknown(format!("an amount in {other}"))),
    };
    Ok(Money::new(amount, currency))
}

pub(crate) fn account(account: stripe_connect::Account) -> Account {
    let transfers = account
        .capabilities
        .and_then(|capabilities| capabilities.transfers);
    Account {
        id: account.id.to_string(),
        user_id: account
            .metadata
            .and_then(|metadata| metadata.get("user_id")?.parse().ok()),
        details_submitted: account.details_submitted.unwrap_or_default(),
        transfers_active: transfers.is_some_and(|status| status.as_str() == "active"),
        payouts_enabled: account.payouts_enabled.unwrap_or_default(),
        currently_due: account
            .requirements
            .and_then(|requirements| requirements.currently_due)
            .unwrap_or_default(),
    }
}

pub(crate) fn session(session: stripe_checkout::CheckoutSession) -> Result<CheckoutSession, GatewayError> {
    let metadata = session.metadata.unwrap_or_default();
    let unreadable = || GatewayError::Unknown("a session without amount or currency".to_owned());
    let currency = session.currency.ok_or_else(unreadable)?;
    let mut result = CheckoutSession {
        id: session.id.to_string(),
        url: session.url,
        status: match session.status {
            Some(CheckoutSessionStatus::Complete) => CheckoutStatus::Complete,
            Some(CheckoutSessionStatus::Expired) => CheckoutStatus::Expired,
            _ => CheckoutStatus::Open,
        },
        intent: IntentStatus::RequiresPayment,
        payment_intent_id: None,
        charge_id: None,
        processor_fee: None,
        amount: money(session.amount_total.ok_or_else(unreadable)?, &currency)?,
        milestone_id: metadata.get("milestone_id").and_then(|id| id.parse().ok()),
        attempt: metadata.get("attempt").and_then(|attempt| attempt.parse().ok()),
        expires_at: Timestamp::from_millis(session.expires_at * 1000),
    };
    match session.payment_intent {
        None => {}
        Some(Expandable::Id(id)) => result.payment_intent_id = Some(id.to_string()),
        Some(Expandable::Object(intent)) => add_intent(&mut result, *intent)?,
    }
    Ok(result)
}

fn add_intent(result: &mut CheckoutSession, intent: stripe_core::PaymentIntent) -> Result<(), GatewayError> {
    result.payment_intent_id = Some(intent.id.to_string());
    result.intent = match intent.status {
        PaymentIntentStatus::Succeeded => IntentStatus::Succeeded,
        PaymentIntentStatus::Processing => IntentStatus::Processing,
        PaymentIntentStatus::Canceled => IntentStatus::Canceled,
        _ => IntentStatus::RequiresPayment,
    };
    if result.intent != IntentStatus::Succeeded {
        return Ok(());
    }
    match intent.latest_charge {
        None => {}
        Some(Expandable::Id(id)) => result.charge_id = Some(id.to_string()),
        Some(Expandable::Object(charge)) => {
            result.charge_id = Some(charge.id.to_string());
            if let Some(Expandable::Object(transaction)) = charge.balance_transaction {
                result.processor_fee = Some(money(transaction.fee, &transaction.currency)?);
            }
        }
    }
    Ok(())
}

pub(crate) fn transfer(transfer: stripe_connect::Transfer) -> Result<TransferReceipt, GatewayError> {
    Ok(TransferReceipt {
        id: transfer.id.to_string(),
        amount: money(transfer.amount, &transfer.currency)?,
        attempt: transfer
            .metadata
            .get("attempt")
            .and_then(|attempt| attempt.parse().ok()),
    })
}

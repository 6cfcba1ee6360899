//! From Stripe's objects to the port's.
//!
//! Stripe adds words to its enums without a new API version. What this release does not know is never taken for the nearest
//! thing that it does: it is [`GatewayError::Unreadable`], or [`IntentStatus::Unknown`] where the page still says enough.

use proconnect_domain::{ChargebackStatus, Currency, MilestoneId, Money, Timestamp};
use proconnect_payments::{
    Account, Chargeback, CheckoutSession, CheckoutStatus, FraudWarning, GatewayError, IntentStatus, Movement,
    RefundReceipt, RefundStatus, TransferReceipt,
};
use stripe_checkout::CheckoutSessionStatus;
use stripe_connect::AccountCapabilitiesStatus;
use stripe_core::{DisputeStatus, PaymentIntentStatus};
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
        other => return Err(GatewayError::Unreadable(format!("an amount in {other}"))),
    };
    Ok(Money::new(amount, currency))
}

/// What a new word of Stripe's means: nothing, until somebody has looked.
fn unreadable(what: &str, word: &str) -> GatewayError {
    GatewayError::Unreadable(format!("{what} is {word:?}"))
}

pub(crate) fn account(account: stripe_connect::Account) -> Result<Account, GatewayError> {
    let transfers = account
        .capabilities
        .and_then(|capabilities| capabilities.transfers);
    Ok(Account {
        transfers_active: match transfers {
            Some(AccountCapabilitiesStatus::Active) => true,
            None | Some(AccountCapabilitiesStatus::Inactive | AccountCapabilitiesStatus::Pending) => false,
            Some(other) => {
                return Err(unreadable(
                    "an account's capability to take transfers",
                    other.as_str(),
                ));
            }
        },
        id: account.id.to_string(),
        user_id: account
            .metadata
            .and_then(|metadata| metadata.get("user_id")?.parse().ok()),
        details_submitted: account.details_submitted.unwrap_or_default(),
        payouts_enabled: account.payouts_enabled.unwrap_or_default(),
        currently_due: account
            .requirements
            .and_then(|requirements| requirements.currently_due)
            .unwrap_or_default(),
    })
}

pub(crate) fn session(session: stripe_checkout::CheckoutSession) -> Result<CheckoutSession, GatewayError> {
    let metadata = session.metadata.unwrap_or_default();
    let milestone_id = metadata.get("milestone_id").and_then(|id| id.parse().ok());
    // First of all: what is not ours may be in any currency, and of any kind.
    let milestone_id =
        milestone_id.ok_or_else(|| GatewayError::NotFound("a session that is not ours".to_owned()))?;
    let incomplete = || GatewayError::Unreadable("a session without amount or currency".to_owned());
    let currency = session.currency.ok_or_else(incomplete)?;
    let mut result = CheckoutSession {
        id: session.id.to_string(),
        url: session.url,
        status: status(session.status)?,
        intent: IntentStatus::RequiresPayment,
        payment_intent_id: None,
        charge_id: None,
        processor_fee: None,
        amount: money(session.amount_total.ok_or_else(incomplete)?, &currency)?,
        milestone_id,
        attempt: metadata.get("attempt").and_then(|attempt| attempt.parse().ok()),
        expires_at: Timestamp::from_millis(session.expires_at * 1000),
    };
    match session.payment_intent {
        None => {}
        // Not expanded: what it says is not known.
        Some(Expandable::Id(id)) => {
            result.payment_intent_id = Some(id.to_string());
            result.intent = IntentStatus::Unknown;
        }
        Some(Expandable::Object(intent)) => add_intent(&mut result, *intent)?,
    }
    Ok(result)
}

fn status(status: Option<CheckoutSessionStatus>) -> Result<CheckoutStatus, GatewayError> {
    match status {
        Some(CheckoutSessionStatus::Open) => Ok(CheckoutStatus::Open),
        Some(CheckoutSessionStatus::Complete) => Ok(CheckoutStatus::Complete),
        Some(CheckoutSessionStatus::Expired) => Ok(CheckoutStatus::Expired),
        Some(other) => Err(unreadable("a session's status", other.as_str())),
        None => Err(unreadable("a session's status", "nothing")),
    }
}

fn intent_status(intent: &stripe_core::PaymentIntent) -> IntentStatus {
    match &intent.status {
        PaymentIntentStatus::Succeeded => IntentStatus::Succeeded,
        PaymentIntentStatus::Processing => IntentStatus::Processing,
        PaymentIntentStatus::Canceled => IntentStatus::Canceled,
        PaymentIntentStatus::RequiresAction => IntentStatus::AwaitsPayer,
        // Cleared by the next try (API reference, `last_payment_error`).
        PaymentIntentStatus::RequiresPaymentMethod if intent.last_payment_error.is_some() => {
            IntentStatus::Failed
        }
        PaymentIntentStatus::RequiresPaymentMethod | PaymentIntentStatus::RequiresConfirmation => {
            IntentStatus::RequiresPayment
        }
        // We never ask for a capture by hand.
        PaymentIntentStatus::RequiresCapture => IntentStatus::Unknown,
        _ => IntentStatus::Unknown,
    }
}

fn add_intent(result: &mut CheckoutSession, intent: stripe_core::PaymentIntent) -> Result<(), GatewayError> {
    result.payment_intent_id = Some(intent.id.to_string());
    result.intent = intent_status(&intent);
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

pub(crate) fn refund(refund: stripe_core::Refund) -> Result<RefundReceipt, GatewayError> {
    let status = match refund.status.as_deref() {
        Some("pending" | "requires_action") => RefundStatus::Pending,
        Some("succeeded") => RefundStatus::Succeeded,
        Some("failed" | "canceled") => RefundStatus::Failed,
        other => return Err(unreadable("a refund's status", other.unwrap_or("nothing"))),
    };
    let metadata = refund.metadata.unwrap_or_default();
    let milestone = metadata.get("milestone_id").and_then(|id| id.parse().ok());
    let payment = metadata.get("payment_id").and_then(|id| id.parse().ok());
    Ok(RefundReceipt {
        id: refund.id.to_string(),
        amount: money(refund.amount, &refund.currency)?,
        status,
        of: milestone.zip(payment),
    })
}

/// A charge and what was paid for with it. One without our metadata is not ours, and so is what is about it not found.
fn of_charge(
    charge: Expandable<stripe_core::Charge>,
) -> Result<(String, MilestoneId, Option<String>), GatewayError> {
    let Expandable::Object(charge) = charge else {
        return Err(GatewayError::Unreadable(
            "a charge that was to be expanded".to_owned(),
        ));
    };
    let milestone = charge.metadata.get("milestone_id").and_then(|id| id.parse().ok());
    let milestone =
        milestone.ok_or_else(|| GatewayError::NotFound("a charge that is not ours".to_owned()))?;
    let intent = charge.payment_intent.map(|intent| intent.id().to_string());
    Ok((charge.id.to_string(), milestone, intent))
}

pub(crate) fn chargeback(dispute: stripe_core::Dispute) -> Result<Chargeback, GatewayError> {
    // First of all: what is not ours may be in any currency, and of any kind.
    let (charge_id, milestone_id, payment_intent_id) = of_charge(dispute.charge)?;
    let (status, is_answered) = match dispute.status {
        DisputeStatus::NeedsResponse | DisputeStatus::WarningNeedsResponse => (ChargebackStatus::Open, false),
        DisputeStatus::UnderReview | DisputeStatus::WarningUnderReview => (ChargebackStatus::Open, true),
        // An inquiry that became no chargeback, or one that was settled before it became one.
        DisputeStatus::Won | DisputeStatus::WarningClosed | DisputeStatus::Prevented => {
            (ChargebackStatus::Won, true)
        }
        DisputeStatus::Lost => (ChargebackStatus::Lost, true),
        other => return Err(unreadable("a dispute's status", other.as_str())),
    };
    // 0 where the bank takes no answer (API reference, `evidence_details.due_by`).
    let due_by = dispute
        .evidence_details
        .due_by
        .filter(|due_by| *due_by > 0 && !is_answered);
    let movement = |moved: stripe_core::BalanceTransaction| {
        Ok(Movement {
            id: moved.id.to_string(),
            amount: money(moved.amount, &moved.currency)?,
            fee: money(moved.fee, &moved.currency)?,
        })
    };
    let movements: Result<Vec<Movement>, GatewayError> =
        dispute.balance_transactions.into_iter().map(movement).collect();
    Ok(Chargeback {
        id: dispute.id.to_string(),
        charge_id,
        payment_intent_id,
        milestone_id,
        amount: money(dispute.amount, &dispute.currency)?,
        reason: dispute.reason,
        status,
        answer_by: due_by.map(|due_by| Timestamp::from_millis(due_by * 1000)),
        movements: movements?,
    })
}

pub(crate) fn fraud_warning(
    warning: stripe_fraud::RadarEarlyFraudWarning,
) -> Result<FraudWarning, GatewayError> {
    let (charge_id, milestone_id, payment_intent_id) = of_charge(warning.charge)?;
    Ok(FraudWarning {
        id: warning.id.to_string(),
        charge_id,
        payment_intent_id,
        milestone_id,
        kind: warning.fraud_type,
    })
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

//! Applies what a Checkout Session says, fetched fresh, as a monotonic function: late and repeated events change
//! nothing twice and take nothing back.

use crate::contract;
use proconnect_domain::{FundsEvent, FundsStatus};
use proconnect_events::Fact;
use proconnect_payments::{CheckoutSession, CheckoutStatus, GatewayError, IntentStatus};
use proconnect_runtime::{App, HandlerError};
use proconnect_store::{ContractRecord, MilestoneRecord, SecondCharge, Stored};

/// What the event itself says beyond naming the session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hint {
    /// `checkout.session.async_payment_failed`.
    Failed,
    /// Nothing that the session does not say better.
    None,
}

/// Brings the milestone to where its session is.
pub(crate) async fn apply(app: &App, session: CheckoutSession, hint: Hint) -> Result<(), HandlerError> {
    let id = session.milestone_id;
    let mut contract = contract(app, id).await?;
    let Some(milestone) = contract.milestone(id).cloned() else {
        return Err(format!("{id} is not in its contract").into());
    };
    if session.intent == IntentStatus::Succeeded {
        return succeeded(app, contract, &milestone, session).await;
    }
    let is_current = milestone
        .checkout
        .as_ref()
        .is_some_and(|checkout| checkout.session_id == session.id);
    // What an older page says about a newer attempt is no news.
    if let Some(event) = news(session.status, session.intent, hint).filter(|_| is_current)
        && let Ok(next) = milestone.funds.apply(event)
    {
        let fact = fact_of(event, &contract, &milestone);
        if let Some(record) = contract.milestone_mut(id) {
            record.funds = next;
            if next == FundsStatus::Unfunded {
                record.checkout = None;
            }
        }
        app.store.contracts().update(&contract, fact, app.now()).await?;
    }
    if session.intent == IntentStatus::Unknown {
        let text = format!(
            "the intent of {} has a status that this release does not know",
            session.id
        );
        return Err(GatewayError::Unreadable(text).into());
    }
    Ok(())
}

/// What a page and the payment behind it mean for the milestone, as long as no money is there. Only what Stripe itself calls
/// failed, expired or canceled is a failure: while a page is complete and its money unpaid, it is on its way.
fn news(page: CheckoutStatus, intent: IntentStatus, hint: Hint) -> Option<FundsEvent> {
    use CheckoutStatus::{Complete, Expired, Open};
    use IntentStatus::{AwaitsPayer, Canceled, Failed, Processing, RequiresPayment, Succeeded, Unknown};
    match (page, intent) {
        // Handled before. Of a page that is not finished, nothing is said by a status that nobody knows.
        (_, Succeeded) | (Open | Expired, Unknown) => None,
        // The payer looks at the page, or confirms with their bank; a declined card is tried again.
        (Open, RequiresPayment | Failed | AwaitsPayer) => None,
        (Open | Complete, Canceled) | (Complete, Failed) => Some(FundsEvent::PaymentFailed),
        (Complete, RequiresPayment) if hint == Hint::Failed => Some(FundsEvent::PaymentFailed),
        (Expired, RequiresPayment | Failed | AwaitsPayer | Canceled) => Some(FundsEvent::CheckoutExpired),
        // A voucher, a bank transfer, a debit, or something that is new.
        (_, Processing) | (Complete, RequiresPayment | AwaitsPayer | Unknown) => {
            Some(FundsEvent::PaymentProcessing)
        }
    }
}

async fn succeeded(
    app: &App,
    mut contract: Stored<ContractRecord>,
    milestone: &MilestoneRecord,
    session: CheckoutSession,
) -> Result<(), HandlerError> {
    let charge = session
        .charge_id
        .ok_or("the payment succeeded without a charge")?;
    if !milestone.funds.awaits_payment() {
        if milestone.charge_id.as_ref() == Some(&charge) {
            return Ok(());
        }
        let second = SecondCharge {
            id: charge,
            amount: session.amount,
            fee: session.processor_fee,
        };
        tracing::warn!(milestone.id = %milestone.id, "a funded milestone was paid again; the second charge goes back");
        app.store
            .second_charges()
            .take(&contract, milestone, second, app.now())
            .await?;
        return Ok(());
    }
    if session.amount != milestone.amount {
        return Err(format!(
            "{} was paid with {} instead of {}",
            milestone.id, session.amount, milestone.amount
        )
        .into());
    }
    // The page's expiry may have been seen before its payment.
    if let Some(record) = contract
        .milestone_mut(milestone.id)
        .filter(|record| record.funds == FundsStatus::Unfunded)
    {
        record.funds = record.funds.apply(FundsEvent::OpenCheckout)?;
    }
    app.store
        .milestones()
        .funded(
            &mut contract,
            milestone.id,
            charge,
            session.processor_fee,
            app.now(),
        )
        .await?;
    let other = milestone.checkout.as_ref();
    if let Some(other) = other.filter(|checkout| checkout.session_id != session.id) {
        close(app, &other.session_id).await;
    }
    Ok(())
}

/// Closes a page that is open beside the one that was paid. Whoever pays there all the same gets the money back.
async fn close(app: &App, session_id: &str) {
    let closed = match app.payments() {
        Ok(payments) => payments
            .close_checkout(session_id)
            .await
            .map_err(HandlerError::from),
        Err(error) => Err(error.into()),
    };
    if let Err(error) = closed {
        tracing::info!(error = %error, "a second payment page was not closed");
    }
}

/// What the events that [`apply`] derives make true.
fn fact_of(event: FundsEvent, contract: &ContractRecord, milestone: &MilestoneRecord) -> Option<Fact> {
    match event {
        FundsEvent::PaymentProcessing => Some(contract.payment_processing(milestone)),
        FundsEvent::PaymentFailed => Some(contract.funding_failed(milestone)),
        FundsEvent::CheckoutExpired => Some(contract.checkout_expired(milestone)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every page with every intent, and what each means.
    #[test]
    fn only_what_failed_has_failed() {
        use CheckoutStatus::{Complete, Expired, Open};
        use FundsEvent::{CheckoutExpired as Ended, PaymentFailed as Fails, PaymentProcessing as Comes};
        use IntentStatus::{AwaitsPayer, Canceled, Failed, Processing, RequiresPayment, Unknown};
        let table = [
            (RequiresPayment, None, Some(Comes), Some(Ended)),
            (Failed, None, Some(Fails), Some(Ended)),
            (AwaitsPayer, None, Some(Comes), Some(Ended)),
            (Processing, Some(Comes), Some(Comes), Some(Comes)),
            (Canceled, Some(Fails), Some(Fails), Some(Ended)),
            (Unknown, None, Some(Comes), None),
        ];
        for (intent, open, complete, expired) in table {
            for (page, expected) in [(Open, open), (Complete, complete), (Expired, expired)] {
                assert_eq!(news(page, intent, Hint::None), expected, "{page:?} {intent:?}");
            }
        }
        assert_eq!(news(Complete, RequiresPayment, Hint::Failed), Some(Fails));
        for intent in [AwaitsPayer, Processing, Unknown] {
            assert_eq!(news(Complete, intent, Hint::Failed), Some(Comes), "{intent:?}");
        }
    }
}

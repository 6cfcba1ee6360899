//! Applies what a Checkout Session says, fetched fresh, as a monotonic function: late and repeated events change
//! nothing twice and take nothing back.

use proconnect_domain::{FundsEvent, FundsStatus};
use proconnect_events::Fact;
use proconnect_payments::{CheckoutSession, CheckoutStatus, IntentStatus};
use proconnect_runtime::{App, HandlerError};
use proconnect_store::{ContractRecord, InvoiceCounter, MilestoneRecord, Stored};

/// Brings the milestone to where its session is.
pub(crate) async fn apply(app: &App, session: CheckoutSession) -> Result<(), HandlerError> {
    let Some(id) = session.milestone_id else {
        return Ok(());
    };
    let found = app
        .store
        .payments()
        .contract_and_counter(id.contract_id())
        .await?;
    let Some((mut contract, counter)) = found else {
        return Err(format!("{id} is not of a contract that we know").into());
    };
    let Some(milestone) = contract.milestone(id).cloned() else {
        return Err(format!("{id} is not in its contract").into());
    };
    let is_current = milestone
        .checkout
        .as_ref()
        .is_some_and(|checkout| checkout.session_id == session.id);
    let event = match (session.intent, session.status) {
        (IntentStatus::Succeeded, _) => return succeeded(app, contract, counter, &milestone, session).await,
        (IntentStatus::Processing, _) => FundsEvent::PaymentProcessing,
        // The page is finished, yet nothing is on its way: the slow payment failed.
        (IntentStatus::RequiresPayment | IntentStatus::Canceled, CheckoutStatus::Complete) => {
            FundsEvent::PaymentFailed
        }
        (IntentStatus::RequiresPayment | IntentStatus::Canceled, CheckoutStatus::Expired) => {
            FundsEvent::CheckoutExpired
        }
        (IntentStatus::Canceled, CheckoutStatus::Open) => FundsEvent::PaymentFailed,
        (IntentStatus::RequiresPayment, CheckoutStatus::Open) => return Ok(()),
    };
    // What an older page says about a newer attempt is no news.
    let Ok(next) = milestone.funds.apply(event) else {
        return Ok(());
    };
    if !is_current {
        return Ok(());
    }
    let fact = fact_of(event, &contract, &milestone);
    if let Some(record) = contract.milestone_mut(id) {
        record.funds = next;
        if next == FundsStatus::Unfunded {
            record.checkout = None;
        }
    }
    Ok(app.store.contracts().update(&contract, fact, app.now()).await?)
}

async fn succeeded(
    app: &App,
    mut contract: Stored<ContractRecord>,
    counter: Option<Stored<InvoiceCounter>>,
    milestone: &MilestoneRecord,
    session: CheckoutSession,
) -> Result<(), HandlerError> {
    if !milestone.funds.awaits_payment() {
        if milestone.charge_id != session.charge_id {
            tracing::error!(needs_person = true, milestone.id = %milestone.id, "a funded milestone was paid again: refund the second charge");
        }
        return Ok(());
    }
    if session.amount != milestone.amount {
        return Err(format!(
            "{} was paid with {} instead of {}",
            milestone.id, session.amount, milestone.amount
        )
        .into());
    }
    let charge = session
        .charge_id
        .ok_or("the payment succeeded without a charge")?;
    // The page's expiry may have been seen before its payment.
    if let Some(record) = contract
        .milestone_mut(milestone.id)
        .filter(|record| record.funds == FundsStatus::Unfunded)
    {
        record.funds = record.funds.apply(FundsEvent::OpenCheckout)?;
    }
    let steps = app.store.milestones();
    Ok(steps
        .funded(
            &mut contract,
            milestone.id,
            charge,
            session.processor_fee,
            counter,
            app.now(),
        )
        .await?)
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

//! Takes in what the processor says of chargebacks and warnings of fraud, each fetched fresh, however often and in whatever order
//! it says so.

use crate::funding::Hint;
use crate::{contract, funding, leg};
use proconnect_domain::{ChargebackStatus, FundsStatus, MilestoneId};
use proconnect_runtime::{App, HandlerError};
use proconnect_store::{ContractRecord, DisputeRecord, MilestoneRecord, Stored};

/// Brings the milestone to where its chargeback is.
pub(crate) async fn look(app: &App, dispute_id: &str) -> Result<(), HandlerError> {
    let said = app.payments()?.chargeback(dispute_id).await?;
    let id = said.milestone_id;
    let mut contract = funded(app, id, said.payment_intent_id.as_deref()).await?;
    let milestone = milestone(&contract, id)?;
    if milestone.charge_id.as_ref() != Some(&said.charge_id) {
        tracing::error!(needs_person = true, milestone.id = %id, dispute.id = said.id, "a bank wants a payment back that does not fund its milestone");
        return Ok(app
            .store
            .chargebacks()
            .of_another(&contract, &said, app.now())
            .await?);
    }
    // Nobody knows yet whether that money has left: the bank takes what is still here.
    let is_under_way = matches!(
        milestone.funds,
        FundsStatus::Releasing | FundsStatus::ReleaseUnknown
    );
    if is_under_way && said.status == ChargebackStatus::Lost {
        return Err(format!("the payout of {id} has to come to its end first").into());
    }
    if said.status == ChargebackStatus::Lost {
        settle_refunds(app, &mut contract, id).await?;
    }
    let dispute = open_dispute(app, &contract, id).await?;
    if said.status == ChargebackStatus::Open {
        tracing::error!(needs_person = true, milestone.id = %id, dispute.id = said.id, "a client's bank wants money back");
    }
    let chargebacks = app.store.chargebacks();
    let is_whole = chargebacks
        .reported(&mut contract, dispute, &said, app.now())
        .await?;
    if !is_whole {
        tracing::error!(needs_person = true, milestone.id = %id, dispute.id = said.id, "what a bank gave back has nowhere to go");
    }
    Ok(())
}

/// Holds a payout back that a network warns of, until an admin has looked.
pub(crate) async fn warned(app: &App, warning_id: &str) -> Result<(), HandlerError> {
    let said = app.payments()?.fraud_warning(warning_id).await?;
    let mut contract = funded(app, said.milestone_id, said.payment_intent_id.as_deref()).await?;
    let chargebacks = app.store.chargebacks();
    if chargebacks.warned(&mut contract, &said, app.now()).await? {
        tracing::error!(needs_person = true, milestone.id = %said.milestone_id, warning.id = said.id, "a network warns of fraud");
    }
    Ok(())
}

fn milestone(contract: &ContractRecord, id: MilestoneId) -> Result<&MilestoneRecord, HandlerError> {
    contract
        .milestone(id)
        .ok_or_else(|| format!("{id} is not in its contract").into())
}

/// The contract. Where the bank was faster than the news of the payment, that is taken in first.
async fn funded(
    app: &App,
    id: MilestoneId,
    intent: Option<&str>,
) -> Result<Stored<ContractRecord>, HandlerError> {
    let found = contract(app, id).await?;
    let Some(intent) = intent.filter(|_| milestone(&found, id).is_ok_and(|one| one.funds.awaits_payment()))
    else {
        return Ok(found);
    };
    if let Some(session) = app.payments()?.checkout_of_intent(intent).await? {
        funding::apply(app, session, Hint::None).await?;
    }
    contract(app, id).await
}

/// Refunds that were ordered may have been made without our having heard of it: what the processor has of them is taken in before
/// the bank's decision stands for the rest.
async fn settle_refunds(
    app: &App,
    contract: &mut Stored<ContractRecord>,
    id: MilestoneId,
) -> Result<(), HandlerError> {
    for refund in contract.refunds_ordered(id) {
        let made = app
            .payments()?
            .refund_made(&refund.charge_id, refund.payment_id)
            .await?;
        if let Some(made) = made.filter(|made| !refund.failed.contains(&made.id)) {
            leg::reported(app, contract, (id, refund.payment_id), &made).await?;
        }
    }
    Ok(())
}

/// The dispute about the milestone that is open between the two.
async fn open_dispute(
    app: &App,
    contract: &ContractRecord,
    id: MilestoneId,
) -> Result<Option<Stored<DisputeRecord>>, HandlerError> {
    match milestone(contract, id)?.dispute_id {
        Some(dispute) => Ok(app.store.disputes().get(dispute).await?),
        None => Ok(None),
    }
}

//! Gives clients back what a dispute gave them: once, whatever dies in between.

use crate::{contract, is_open};
use proconnect_domain::{HOUR, MilestoneId};
use proconnect_payments::{RefundReason, RefundReceipt, RefundRequest, RefundStatus};
use proconnect_runtime::{App, HandlerError};
use proconnect_store::{ContractRecord, Stored};
use std::time::Duration;

/// Stripe may forget a key after 24 hours; from here on its list of refunds is asked first.
const KEY_LIFE: Duration = Duration::from_secs(23 * HOUR.as_secs());

/// Asks the processor to give the client's part back, unless it has taken it already.
pub(crate) async fn run(app: &App, id: MilestoneId) -> Result<(), HandlerError> {
    let mut contract = contract(app, id).await?;
    let Some(refund) = contract.refund_to_make(id) else {
        return Ok(());
    };
    let gateway = app.payments()?;
    if app.now().saturating_since(refund.decided_at) >= KEY_LIFE
        && let Some(made) = gateway.refund_made(&refund.charge_id, refund.payment_id).await?
    {
        return reported(app, &mut contract, id, &made).await;
    }
    let request = RefundRequest {
        milestone_id: id,
        payment_id: refund.payment_id,
        charge_id: refund.charge_id,
        why: RefundReason::Decided(refund.amount),
    };
    match gateway.create_refund(&request).await {
        Ok(receipt) => reported(app, &mut contract, id, &receipt).await,
        // The message stays in the queue and comes again, with the same key.
        Err(error) if is_open(&error) => Err(error.into()),
        Err(error) => {
            tracing::error!(needs_person = true, milestone.id = %id, error = %error, "a client's part cannot be given back");
            let refunds = app.store.settled_refunds();
            Ok(refunds.refused(&mut contract, id, app.now()).await?)
        }
    }
}

/// Takes in what the processor says of it.
pub(crate) async fn reported(
    app: &App,
    contract: &mut Stored<ContractRecord>,
    id: MilestoneId,
    refund: &RefundReceipt,
) -> Result<(), HandlerError> {
    if refund.status == RefundStatus::Failed {
        tracing::error!(needs_person = true, milestone.id = %id, refund.id = refund.id, "a client's part could not be given back");
    }
    let refunds = app.store.settled_refunds();
    Ok(refunds.reported(contract, id, refund, app.now()).await?)
}

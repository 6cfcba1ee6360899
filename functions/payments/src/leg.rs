//! Gives clients back what a dispute gave them, or the two agreed on: once, whatever dies in between.

use crate::{contract, is_open};
use proconnect_domain::{HOUR, MilestoneId, PaymentId};
use proconnect_messaging::RefundPart;
use proconnect_payments::{RefundReason, RefundReceipt, RefundRequest, RefundStatus};
use proconnect_runtime::{App, HandlerError};
use proconnect_store::{ContractRecord, Stored};
use std::time::Duration;

/// Stripe may forget a key after 24 hours; from here on its list of refunds is asked first.
const KEY_LIFE: Duration = Duration::from_secs(23 * HOUR.as_secs());

/// Asks the processor to give it back, unless it has taken it already.
pub(crate) async fn run(app: &App, part: &RefundPart) -> Result<(), HandlerError> {
    let id = part.milestone_id;
    let mut contract = contract(app, id).await?;
    let Some(refund) = contract.refund_to_make(id, part.payment_id) else {
        return Ok(());
    };
    let (gateway, which) = (app.payments()?, (id, refund.payment_id));
    if app.now().saturating_since(refund.ordered_at) >= KEY_LIFE {
        let made = gateway.refund_made(&refund.charge_id, refund.payment_id).await?;
        if let Some(made) = made.filter(|made| !refund.failed.contains(&made.id)) {
            return reported(app, &mut contract, which, &made).await;
        }
    }
    let request = RefundRequest {
        milestone_id: id,
        payment_id: refund.payment_id,
        charge_id: refund.charge_id,
        why: RefundReason::Decided(refund.amount),
        attempt: refund.attempt,
    };
    match gateway.create_refund(&request).await {
        Ok(receipt) => reported(app, &mut contract, which, &receipt).await,
        // The message stays in the queue and comes again, with the same key.
        Err(error) if is_open(&error) => Err(error.into()),
        Err(error) => {
            tracing::error!(needs_person = true, milestone.id = %id, error = %error, "what goes back to a client was refused");
            let legs = app.store.refund_legs();
            Ok(legs.refused(&mut contract, which, app.now()).await?)
        }
    }
}

/// Takes in what the processor says of it.
pub(crate) async fn reported(
    app: &App,
    contract: &mut Stored<ContractRecord>,
    which: (MilestoneId, PaymentId),
    refund: &RefundReceipt,
) -> Result<(), HandlerError> {
    if refund.status == RefundStatus::Failed {
        tracing::error!(needs_person = true, milestone.id = %which.0, refund.id = refund.id, "what went back to a client came back");
    }
    let legs = app.store.refund_legs();
    Ok(legs.reported(contract, which, refund, app.now()).await?)
}

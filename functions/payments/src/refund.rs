//! Gives money back: second charges, what disputes gave clients, and what the two agreed on. Each once, under one idempotency key.

use crate::{contract, is_open, leg};
use proconnect_messaging::ReturnPayment;
use proconnect_payments::{RefundReason, RefundReceipt, RefundRequest, RefundStatus};
use proconnect_runtime::{App, HandlerError};
use proconnect_store::Returned;

/// Asks the processor to give a charge back.
pub(crate) async fn run(app: &App, second: ReturnPayment) -> Result<(), HandlerError> {
    let of = Returned {
        milestone: second.milestone_id,
        payment: second.payment_id,
    };
    let request = RefundRequest {
        milestone_id: of.milestone,
        payment_id: of.payment,
        charge_id: second.charge_id,
        why: RefundReason::PaidTwice,
        attempt: 1,
    };
    match app.payments()?.create_refund(&request).await {
        Ok(receipt) => reported(app, of, &receipt).await,
        // The message stays in the queue and comes again, with the same key.
        Err(error) if is_open(&error) => Err(error.into()),
        Err(error) => {
            tracing::error!(needs_person = true, milestone.id = %of.milestone, error = %error, "a second payment cannot be given back");
            let contract = contract(app, of.milestone).await?;
            Ok(app
                .store
                .second_charges()
                .refused(&contract, of, app.now())
                .await?)
        }
    }
}

/// Takes in what a refund says now.
pub(crate) async fn look(app: &App, refund_id: &str) -> Result<(), HandlerError> {
    let refund = app.payments()?.refund(refund_id).await?;
    // One that was made by hand is whoever's made it.
    let Some((milestone, payment)) = refund.of else {
        return Ok(());
    };
    reported(app, Returned { milestone, payment }, &refund).await
}

async fn reported(app: &App, of: Returned, refund: &RefundReceipt) -> Result<(), HandlerError> {
    let mut contract = contract(app, of.milestone).await?;
    if contract.has_refund_leg(of.milestone, of.payment) {
        return leg::reported(app, &mut contract, (of.milestone, of.payment), refund).await;
    }
    if refund.status == RefundStatus::Failed {
        tracing::error!(needs_person = true, milestone.id = %of.milestone, refund.id = refund.id, "a second payment could not be given back");
    }
    let charges = app.store.second_charges();
    Ok(charges.reported(&contract, of, refund, app.now()).await?)
}

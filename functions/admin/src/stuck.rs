//! What the endpoints of stuck payments share.

use proconnect_api::StuckPayment;
use proconnect_auth::Admin;
use proconnect_domain::{MilestoneId, PaymentId};
use proconnect_http::{ApiError, ErrorCode, Json};
use proconnect_runtime::App;
use proconnect_store::{Chain, ContractRecord, Stored, StuckKind};

/// The contract of a payment, with the head of its ledger. 404 for what never was, 403 for whoever is one of the two.
pub(crate) async fn find(
    app: &App,
    admin: &Admin,
    (milestone, payment): (MilestoneId, PaymentId),
) -> Result<(Stored<ContractRecord>, Chain), ApiError> {
    let found = app.store.stuck().to_resolve(milestone.contract_id()).await?;
    let (contract, chain) = found.ok_or_else(|| ApiError::not_found("payment"))?;
    let user = admin.caller().user_id;
    if user == contract.client.id || user == contract.freelancer.id {
        return Err(ApiError::forbidden("Nobody looks after a payment of their own."));
    }
    let known = contract
        .milestone(milestone)
        .is_some_and(|record| [record.transfer_payment, record.charge_payment].contains(&Some(payment)))
        || contract.has_refund_leg(milestone, payment);
    match known {
        true => Ok((contract, chain)),
        false => Err(ApiError::not_found("payment")),
    }
}

/// What is stuck of it. 409 for what is not, or no longer, or that only a bank decides.
pub(crate) fn require(
    contract: &ContractRecord,
    (milestone, payment): (MilestoneId, PaymentId),
) -> Result<proconnect_store::StuckPayment, ApiError> {
    let text = match contract.stuck_payment(milestone, payment) {
        Some(stuck) if stuck.kind == StuckKind::Chargeback => {
            "The bank decides about this. Send the evidence in Stripe’s dashboard."
        }
        Some(stuck) => return Ok(stuck),
        None => "This payment is not stuck. Somebody may have looked after it already.",
    };
    Err(ApiError::new(ErrorCode::InvalidState, text))
}

/// As admins see it.
pub(crate) async fn view(
    app: &App,
    contract: &ContractRecord,
    stuck: &proconnect_store::StuckPayment,
) -> Result<Json<StuckPayment>, ApiError> {
    let sides = [contract.client.id, contract.freelancer.id];
    let people = app.store.people(sides).await?;
    Ok(Json(stuck.view(contract, &people)))
}

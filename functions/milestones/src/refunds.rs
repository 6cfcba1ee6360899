//! What the endpoints of refunds share.

use proconnect_api::RefundRequest;
use proconnect_domain::{Actor, Money, RefundRequestId, ValueError, is_part};
use proconnect_http::{ApiError, ErrorCode};
use proconnect_store::{ContractRecord, MilestoneRecord, RefundRequestRecord};

/// Something above nothing, and no more than is held. What is not held is refused for that ([`require_held`]).
pub(crate) fn check_part(milestone: &MilestoneRecord, amount: Money) -> Result<(), ValueError> {
    let held = milestone.held();
    if amount.amount > 0 && (is_part(held, amount) || !milestone.funds.is_held()) {
        return Ok(());
    }
    Err(ValueError::new(
        "not_a_part",
        format!("Enter an amount above nothing, up to {held}."),
    ))
}

/// Only held money goes back by agreement.
pub(crate) fn require_held(milestone: &MilestoneRecord) -> Result<(), ApiError> {
    if milestone.funds.awaits_payment() {
        return Err(ApiError::of(ErrorCode::MilestoneNotFunded));
    }
    if milestone.funds.is_held() {
        return Ok(());
    }
    let text =
        "The money for this milestone is not held any more: it was approved, or it is decided where it goes.";
    Err(ApiError::new(ErrorCode::InvalidState, text))
}

/// A request as it is kept; 404 when there is none.
pub(crate) fn kept(contract: &ContractRecord, id: RefundRequestId) -> Result<&RefundRequestRecord, ApiError> {
    let milestone = contract.milestone(id.milestone_id());
    let request = milestone.and_then(|milestone| {
        let mut requests = milestone.refund_requests.iter();
        requests.find(|request| request.id == id)
    });
    request.ok_or_else(|| ApiError::not_found("refund request"))
}

/// A request as one of the two sees it.
pub(crate) fn request(
    contract: &ContractRecord,
    id: RefundRequestId,
    reader: Actor,
) -> Result<RefundRequest, ApiError> {
    let milestone = contract.milestone(id.milestone_id());
    let request = milestone.and_then(|milestone| milestone.request_view(id, reader));
    request.ok_or_else(|| ApiError::not_found("refund request"))
}

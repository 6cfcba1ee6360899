//! Milestones: funding, work, approval.

// Written by `cargo xtask generate`, from here
pub mod accept_refund;
pub mod approve;
pub mod decline_refund;
pub mod fund;
pub mod offer_refund;
pub mod request_refund;
pub mod request_revision;
pub mod submit;
pub mod withdraw_refund;
pub mod worker;

/// The functions of this domain.
#[rustfmt::skip]
pub const FUNCTIONS: &[proconnect_runtime::Function] = &[
    accept_refund::FUNCTION,
    approve::FUNCTION,
    decline_refund::FUNCTION,
    fund::FUNCTION,
    offer_refund::FUNCTION,
    request_refund::FUNCTION,
    request_revision::FUNCTION,
    submit::FUNCTION,
    withdraw_refund::FUNCTION,
    worker::FUNCTION,
];
// to here.

mod refunds;

use proconnect_api::Milestone;
use proconnect_domain::{FundsStatus, MilestoneId};
use proconnect_http::{ApiError, Caller, ErrorCode};
use proconnect_store::{ContractDetail, ContractRecord, MilestoneRecord, Side};

/// The milestone, if the caller is on the wanted side of its contract: 403 for the other side, 404 for anybody
/// else.
pub(crate) fn require<'a>(
    contract: &'a ContractRecord,
    id: MilestoneId,
    caller: &Caller,
    side: Side,
) -> Result<&'a MilestoneRecord, ApiError> {
    let is_client = contract.client.id == caller.user_id;
    let is_freelancer = contract.freelancer.id == caller.user_id;
    let milestone = contract.milestone(id).filter(|_| is_client || is_freelancer);
    let milestone = milestone.ok_or_else(|| ApiError::not_found("milestone"))?;
    match side {
        Side::Client if !is_client => Err(ApiError::forbidden("Only the client can do this.")),
        Side::Freelancer if !is_freelancer => Err(ApiError::forbidden("Only the freelancer can do this.")),
        _ => Ok(milestone),
    }
}

/// Work and money move only while the contract runs, and no dispute about the milestone is open or decided. A dispute about
/// another one changes nothing.
pub(crate) fn require_active(contract: &ContractRecord, milestone: &MilestoneRecord) -> Result<(), ApiError> {
    if milestone.dispute_id.is_some() {
        return Err(ApiError::of(ErrorCode::DisputeOpen));
    }
    if milestone.open_chargeback().is_some() {
        return Err(ApiError::new(
            ErrorCode::InvalidState,
            "The client’s bank has asked for this money back. Until the bank has decided, nothing moves.",
        ));
    }
    if milestone.funds == FundsStatus::ChargebackLost {
        return Err(ApiError::new(
            ErrorCode::InvalidState,
            "The client’s bank took the money for this milestone back, so nothing more is to be done for it.",
        ));
    }
    if milestone.settlement.is_some() {
        return Err(ApiError::new(
            ErrorCode::InvalidState,
            "A dispute about this milestone was decided, so nothing more is to be done for it.",
        ));
    }
    if milestone.is_given_back() {
        return Err(ApiError::new(
            ErrorCode::InvalidState,
            "The money for this milestone went back to the client, so nothing more is to be done for it.",
        ));
    }
    if contract.status.is_running() {
        return Ok(());
    }
    Err(ApiError::new(
        ErrorCode::InvalidState,
        "The contract is not active.",
    ))
}

/// Only held money is worked for and released.
pub(crate) fn require_funded(milestone: &MilestoneRecord) -> Result<(), ApiError> {
    if milestone.funds.is_held() {
        return Ok(());
    }
    Err(ApiError::of(ErrorCode::MilestoneNotFunded))
}

/// The milestone as the API returns it.
pub(crate) fn view(found: &ContractDetail, id: MilestoneId, for_client: bool) -> Result<Milestone, ApiError> {
    let milestone = found
        .contract
        .milestone(id)
        .ok_or_else(|| ApiError::not_found("milestone"))?;
    Ok(milestone.view(&found.contract, &found.submissions, &found.revisions, for_client))
}

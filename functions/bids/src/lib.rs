//! Bids.

// Written by `cargo xtask generate`, from here
pub mod accept;
pub mod create;
pub mod decline;
pub mod keep;
pub mod list_for_task;
pub mod list_mine;
pub mod shortlist;
pub mod withdraw;
pub mod worker;

/// The functions of this domain.
#[rustfmt::skip]
pub const FUNCTIONS: &[proconnect_runtime::Function] = &[
    accept::FUNCTION,
    create::FUNCTION,
    decline::FUNCTION,
    keep::FUNCTION,
    list_for_task::FUNCTION,
    list_mine::FUNCTION,
    shortlist::FUNCTION,
    withdraw::FUNCTION,
    worker::FUNCTION,
];
// to here.

mod asking;
mod milestone_draft;
mod open_bids;
mod pieces;

use proconnect_api::Bid;
use proconnect_http::{ApiError, Caller, ErrorCode};
use proconnect_runtime::App;
use proconnect_store::{BidRecord, Stored};

/// A bid, with its freelancer as they are now.
pub(crate) async fn view(app: &App, bid: &BidRecord) -> Result<Bid, ApiError> {
    let people = app.store.people([bid.freelancer.id]).await?;
    Ok(bid.view(&people))
}

/// Which side of a bid the caller must be on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    Client,
    Freelancer,
}

/// The bid, if the caller is on the wanted side of it: 403 for the other side, 404 for anybody else.
pub(crate) fn require(
    bid: Option<Stored<BidRecord>>,
    caller: &Caller,
    side: Side,
) -> Result<Stored<BidRecord>, ApiError> {
    let bid = bid.ok_or_else(|| ApiError::not_found("bid"))?;
    let is_client = bid.client_id == caller.user_id;
    let is_freelancer = bid.freelancer.id == caller.user_id;
    match side {
        Side::Client if is_client => Ok(bid),
        Side::Freelancer if is_freelancer => Ok(bid),
        Side::Client if is_freelancer => {
            Err(ApiError::forbidden("Only the task's client decides about bids."))
        }
        Side::Freelancer if is_client => {
            Err(ApiError::forbidden("Only its freelancer can do this with a bid."))
        }
        _ => Err(ApiError::not_found("bid")),
    }
}

/// A bid that was decided cannot be decided again.
pub(crate) fn decided(error: proconnect_domain::TransitionError) -> ApiError {
    ApiError::new(ErrorCode::BidDecided, error.to_string())
}

//! `POST /v1/bids/{bidId}/keep`: says that one's own bid stands, although its task has changed.

use crate::{Side, decided, require};
use proconnect_api::Bid;
use proconnect_domain::{BidId, BidStatus};
use proconnect_http::{ApiError, Body, Caller, ErrorCode, Json, Path};
use proconnect_runtime::{App, Function};
use schemars::JsonSchema;
use serde::Deserialize;

/// Its freelancer: says that a bid stands, although its task has changed.
pub const FUNCTION: Function = proconnect_runtime::http!(POST "/v1/bids/{bidId}/keep", handle);

/// What they have seen.
#[derive(Deserialize, JsonSchema)]
pub struct KeepBid {
    /// The version of the task for which it stands: 409 if that is not the one that they were asked about, or a later one.
    #[schemars(example = 1)]
    version: u32,
}

/// Keeps a bid that is not decided. Twice is once, and who was not asked has nothing to answer.
pub async fn handle(
    app: &App,
    caller: Caller,
    (Path(id), Body(body)): (Path<BidId>, Body<KeepBid>),
) -> Result<Json<Bid>, ApiError> {
    let mut bid = require(app.store.bids().get(id).await?, &caller, Side::Freelancer)?;
    if let Some(question) = bid.question.take() {
        if !bid.status.is_open() {
            return Err(closed(bid.status));
        }
        if body.version < question.version {
            return Err(ApiError::new(
                ErrorCode::TaskChanged,
                "The task was changed once more. Look at what changed, then keep your bid or withdraw it.",
            ));
        }
        bid.task_version = question.version;
        let kept = bid.kept();
        app.store.bids().update(&bid, [kept], app.now()).await?;
    }
    Ok(Json(crate::view(app, &bid).await?))
}

fn closed(status: BidStatus) -> ApiError {
    match status.apply(proconnect_domain::BidEvent::Withdraw) {
        Err(error) => decided(error),
        Ok(_) => ApiError::of(ErrorCode::BidDecided),
    }
}

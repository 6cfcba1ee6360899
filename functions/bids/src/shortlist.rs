//! `PUT /v1/bids/{bidId}/shortlist`: puts a bid on its client's shortlist, or takes it off.

use crate::{Side, decided, require};
use proconnect_api::Bid;
use proconnect_domain::{BidEvent, BidId, BidStatus};
use proconnect_http::{ApiError, Body, Caller, Json, Path};
use proconnect_runtime::{App, Function};
use schemars::JsonSchema;
use serde::Deserialize;

/// The task's client: puts a bid on the shortlist, or takes it off.
pub const FUNCTION: Function = proconnect_runtime::http!(PUT "/v1/bids/{bidId}/shortlist", handle);

/// Whether it is on the shortlist.
#[derive(Deserialize, JsonSchema)]
pub struct Shortlist {
    /// True to put it there, false to take it off.
    shortlisted: bool,
}

/// Moves a bid that is not decided. Twice is once.
pub async fn handle(
    app: &App,
    caller: Caller,
    (Path(id), Body(body)): (Path<BidId>, Body<Shortlist>),
) -> Result<Json<Bid>, ApiError> {
    let mut bid = require(app.store.bids().get(id).await?, &caller, Side::Client)?;
    let (event, wanted) = match body.shortlisted {
        true => (BidEvent::Shortlist, BidStatus::Shortlisted),
        false => (BidEvent::Unshortlist, BidStatus::Submitted),
    };
    if bid.status != wanted {
        bid.status = bid.status.apply(event).map_err(decided)?;
        let moved = match body.shortlisted {
            true => bid.shortlisted(),
            false => bid.unshortlisted(),
        };
        bid.was_shortlisted |= body.shortlisted;
        app.store.bids().update(&bid, [moved], app.now()).await?;
    }
    Ok(Json(crate::view(app, &bid).await?))
}

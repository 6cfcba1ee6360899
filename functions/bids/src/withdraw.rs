//! `POST /v1/bids/{bidId}/withdraw`: takes one's own bid back.

use crate::{Side, decided, require};
use proconnect_api::Bid;
use proconnect_domain::{BidEvent, BidId, BidStatus};
use proconnect_http::{ApiError, Caller, Json, Path};
use proconnect_runtime::{App, Function};

/// Its freelancer: takes a bid back.
pub const FUNCTION: Function = proconnect_runtime::http!(POST "/v1/bids/{bidId}/withdraw", handle);

/// Takes a bid back that is not decided. Twice is once.
pub async fn handle(app: &App, caller: Caller, Path(id): Path<BidId>) -> Result<Json<Bid>, ApiError> {
    let mut bid = require(app.store.bids().get(id).await?, &caller, Side::Freelancer)?;
    if bid.status != BidStatus::Withdrawn {
        bid.status = bid.status.apply(BidEvent::Withdraw).map_err(decided)?;
        let withdrawn = bid.withdrawn();
        app.store.bids().update(&bid, [withdrawn], app.now()).await?;
    }
    Ok(Json(crate::view(app, &bid).await?))
}

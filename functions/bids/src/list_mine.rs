//! `GET /v1/bids/mine`: a freelancer's own bids.

use proconnect_api::Bid;
use proconnect_http::{ApiError, Caller, Json, Page, PageQuery, Query};
use proconnect_runtime::{App, Function};

/// Signed in: one's own bids.
pub const FUNCTION: Function = proconnect_runtime::http!(GET "/v1/bids/mine", handle);

/// One's own bids, newest first.
pub async fn handle(
    app: &App,
    caller: Caller,
    Query(query): Query<PageQuery>,
) -> Result<Json<Page<Bid>>, ApiError> {
    let found = app
        .store
        .bids()
        .of_freelancer(caller.user_id, query.limit()?, query.cursor.as_deref())
        .await?;
    let bidders = found.items.iter().map(|card| card.freelancer.id);
    let people = app.store.people(bidders).await?;
    let found = found.map(|card| card.view(&people));
    Ok(Json(Page {
        items: found.items,
        next_cursor: found.next_cursor,
    }))
}

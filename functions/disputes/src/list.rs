//! `GET /v1/disputes`: one's own disputes.

use proconnect_api::DisputeCard;
use proconnect_http::{ApiError, Caller, Json, Page, Query, check_limit};
use proconnect_runtime::{App, Function};
use schemars::JsonSchema;
use serde::Deserialize;

/// Signed in: one's own disputes, on either side.
pub const FUNCTION: Function = proconnect_runtime::http!(GET "/v1/disputes", handle);

/// Which page.
#[derive(Deserialize, JsonSchema)]
pub struct ListDisputes {
    /// How many disputes a page holds: 1 to 100, 20 when absent.
    limit: Option<u32>,
    /// The `nextCursor` of the page before.
    cursor: Option<String>,
}

/// One's own disputes, newest first.
pub async fn handle(
    app: &App,
    caller: Caller,
    Query(query): Query<ListDisputes>,
) -> Result<Json<Page<DisputeCard>>, ApiError> {
    let limit = check_limit(query.limit)?;
    let disputes = app.store.disputes();
    let found = disputes
        .of(caller.user_id, limit, query.cursor.as_deref())
        .await?;
    let sides = found
        .items
        .iter()
        .flat_map(|card| [card.client.id, card.freelancer.id]);
    let people = app.store.people(sides).await?;
    let found = found.map(|card| card.view(&people, caller.user_id));
    Ok(Json(Page {
        items: found.items,
        next_cursor: found.next_cursor,
    }))
}

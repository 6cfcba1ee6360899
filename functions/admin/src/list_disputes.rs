//! `GET /v1/admin/disputes`: every open dispute.

use proconnect_api::DisputeCard;
use proconnect_auth::Admin;
use proconnect_http::{ApiError, Json, Page, Query, check_limit};
use proconnect_runtime::{App, Function};
use schemars::JsonSchema;
use serde::Deserialize;

/// Admins: every open dispute, the one whose clock ends first at the top.
pub const FUNCTION: Function = proconnect_runtime::http!(GET "/v1/admin/disputes", handle);

/// Which page.
#[derive(Deserialize, JsonSchema)]
pub struct ListOpenDisputes {
    /// How many disputes a page holds: 1 to 100, 20 when absent.
    limit: Option<u32>,
    /// The `nextCursor` of the page before.
    cursor: Option<String>,
}

/// Every open dispute. Those that wait for a ruling say so by their status; what is decided is in the log of what admins did.
pub async fn handle(
    app: &App,
    admin: Admin,
    Query(query): Query<ListOpenDisputes>,
) -> Result<Json<Page<DisputeCard>>, ApiError> {
    let limit = check_limit(query.limit)?;
    let disputes = app.store.disputes();
    let found = disputes.waiting(limit, query.cursor.as_deref()).await?;
    let sides = found
        .items
        .iter()
        .flat_map(|card| [card.client.id, card.freelancer.id]);
    let people = app.store.people(sides).await?;
    let found = found.map(|card| card.view(&people, admin.caller().user_id));
    Ok(Json(Page {
        items: found.items,
        next_cursor: found.next_cursor,
    }))
}

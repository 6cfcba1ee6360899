//! `GET /v1/contracts`: one's own contracts, as client or as freelancer.

use proconnect_api::ContractCard;
use proconnect_domain::Role;
use proconnect_http::{ApiError, Caller, Json, Page, Query, check_limit};
use proconnect_runtime::{App, Function};
use proconnect_store::Side;
use schemars::JsonSchema;
use serde::Deserialize;

/// Signed in: one's own contracts, on either side.
pub const FUNCTION: Function = proconnect_runtime::http!(GET "/v1/contracts", handle);

/// As which side, and which page.
#[derive(Deserialize, JsonSchema)]
pub struct ListContracts {
    /// `client` or `freelancer`; without it the one role that the caller has, or freelancer.
    role: Option<SideQuery>,
    /// How many contracts a page holds: 1 to 100, 20 when absent.
    limit: Option<u32>,
    /// The `nextCursor` of the page before.
    cursor: Option<String>,
}

/// A side of contracts.
#[derive(Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum SideQuery {
    /// The one who pays.
    Client,
    /// The one who works.
    Freelancer,
}

/// One's own contracts, newest first.
pub async fn handle(
    app: &App,
    caller: Caller,
    Query(query): Query<ListContracts>,
) -> Result<Json<Page<ContractCard>>, ApiError> {
    let side = match query.role {
        Some(SideQuery::Client) => Side::Client,
        Some(SideQuery::Freelancer) => Side::Freelancer,
        None if caller.is(Role::Freelancer) => Side::Freelancer,
        None => Side::Client,
    };
    let limit = check_limit(query.limit)?;
    let found = app
        .store
        .contracts()
        .of(caller.user_id, side, limit, query.cursor.as_deref())
        .await?;
    let sides = found
        .items
        .iter()
        .flat_map(|card| [card.client_id, card.freelancer_id]);
    let people = app.store.people(sides).await?;
    let found = found.map(|card| card.view(&people));
    Ok(Json(Page {
        items: found.items,
        next_cursor: found.next_cursor,
    }))
}

//! `GET /v1/admin/stuck-payments`: payouts and refunds that failed, and what banks and networks say.

use proconnect_api::StuckPayment;
use proconnect_auth::Admin;
use proconnect_http::{ApiError, Json, Page, Query, check_limit};
use proconnect_runtime::{App, Function};
use schemars::JsonSchema;
use serde::Deserialize;

/// Admins: payouts and refunds that failed, chargebacks and warnings of fraud, those of the oldest contract first.
pub const FUNCTION: Function = proconnect_runtime::http!(GET "/v1/admin/stuck-payments", handle);

/// Which page.
#[derive(Deserialize, JsonSchema)]
pub struct ListStuckPayments {
    /// Of how many contracts a page shows what is stuck: 1 to 100, 20 when absent.
    limit: Option<u32>,
    /// The `nextCursor` of the page before.
    cursor: Option<String>,
}

/// What somebody waits for, and the processor will not do. It is gone from here once it was tried again or paid by hand; what was
/// done about it is in the log of what admins did.
pub async fn handle(
    app: &App,
    _: Admin,
    Query(query): Query<ListStuckPayments>,
) -> Result<Json<Page<StuckPayment>>, ApiError> {
    let limit = check_limit(query.limit)?;
    let found = app
        .store
        .stuck()
        .contracts(limit, query.cursor.as_deref())
        .await?;
    let sides = found
        .items
        .iter()
        .flat_map(|contract| [contract.client.id, contract.freelancer.id]);
    let people = app.store.people(sides).await?;
    let of = |contract: &proconnect_store::ContractRecord| {
        let stuck = contract.stuck();
        stuck
            .iter()
            .map(|stuck| stuck.view(contract, &people))
            .collect::<Vec<_>>()
    };
    Ok(Json(Page {
        items: found.items.iter().flat_map(of).collect(),
        next_cursor: found.next_cursor,
    }))
}

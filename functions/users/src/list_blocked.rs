//! `GET /v1/users/me/blocked`: whom one has blocked.

use proconnect_api::Blocked;
use proconnect_http::{ApiError, Caller, Json, Page, PageQuery, Query};
use proconnect_runtime::{App, Function};

/// Signed in: whom one has blocked.
pub const FUNCTION: Function = proconnect_runtime::http!(GET "/v1/users/me/blocked", handle);

/// Whom one has blocked. Nobody sees who has blocked them.
pub async fn handle(
    app: &App,
    caller: Caller,
    Query(query): Query<PageQuery>,
) -> Result<Json<Page<Blocked>>, ApiError> {
    let (limit, cursor) = (query.limit()?, query.cursor.as_deref());
    let found = app.store.blocks().of(caller.user_id, limit, cursor).await?;
    let people = found.items.iter().map(|block| block.blocked_id);
    let people = app.store.people(people).await?;
    Ok(Json(crate::page(found.map(|block| block.view(&people)))))
}

//! `GET /v1/users/me/activity`: what happened to one's own account.

use proconnect_api::Activity;
use proconnect_http::{ApiError, Caller, Json, Page, PageQuery, Query};
use proconnect_runtime::{App, Function};

/// Signed in: what happened to one's own account.
pub const FUNCTION: Function = proconnect_runtime::http!(GET "/v1/users/me/activity", handle);

/// One's own activity, newest first; kept for 400 days.
pub async fn handle(
    app: &App,
    caller: Caller,
    Query(page): Query<PageQuery>,
) -> Result<Json<Page<Activity>>, ApiError> {
    let profiles = app.store.profiles();
    let found = profiles
        .activity(caller.user_id, page.limit()?, page.cursor.as_deref())
        .await?;
    Ok(Json(crate::page(found)))
}

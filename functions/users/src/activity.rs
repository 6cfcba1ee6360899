//! `GET /v1/users/me/activity`: what happened to one's own account.

use proconnect_api::Activity;
use proconnect_domain::UserId;
use proconnect_http::{ApiError, Caller, Json, Page, PageQuery, Query};
use proconnect_rules::present_user;
use proconnect_runtime::{App, Function};
use proconnect_store::Listed;

/// Signed in: what happened to one's own account.
pub const FUNCTION: Function = proconnect_runtime::http!(GET "/v1/users/me/activity", handle);

/// One's own activity, newest first; kept for 400 days.
pub async fn handle(
    app: &App,
    caller: Caller,
    Query(page): Query<PageQuery>,
) -> Result<Json<Page<Activity>>, ApiError> {
    // It says where somebody signs in from: only who is still signed in reads it.
    let (_, found) = tokio::try_join!(present_user(app, &caller), lines(app, caller.user_id, &page))?;
    Ok(Json(crate::page(found)))
}

async fn lines(app: &App, id: UserId, page: &PageQuery) -> Result<Listed<Activity>, ApiError> {
    let (limit, cursor) = (page.limit()?, page.cursor.as_deref());
    Ok(app.store.profiles().activity(id, limit, cursor).await?)
}

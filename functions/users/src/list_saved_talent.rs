//! `GET /v1/users/me/saved`: the freelancers that one has saved.

use proconnect_api::SavedTalent;
use proconnect_http::{ApiError, Caller, Json, Page, PageQuery, Query};
use proconnect_runtime::{App, Function};

/// Signed in: the freelancers that one has saved.
pub const FUNCTION: Function = proconnect_runtime::http!(GET "/v1/users/me/saved", handle);

/// One's saved freelancers; their skills, rate and place are those of the day when they were saved.
pub async fn handle(
    app: &App,
    caller: Caller,
    Query(page): Query<PageQuery>,
) -> Result<Json<Page<SavedTalent>>, ApiError> {
    let profiles = app.store.profiles();
    let found = profiles
        .saved(caller.user_id, page.limit()?, page.cursor.as_deref())
        .await?;
    let people = app
        .store
        .people(found.items.iter().map(|saved| saved.freelancer.id))
        .await?;
    Ok(Json(crate::page(found.map(|saved| saved.view(&people)))))
}

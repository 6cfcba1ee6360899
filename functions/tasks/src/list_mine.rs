//! `GET /v1/tasks/mine`: a client's own tasks, in any state.

use proconnect_api::TaskCard;
use proconnect_http::{ApiError, Caller, Json, Page, PageQuery, Query};
use proconnect_runtime::{App, Function};

/// Signed in: one's own tasks, in any state.
pub const FUNCTION: Function = proconnect_runtime::http!(GET "/v1/tasks/mine", handle);

/// One's own tasks, newest first.
pub async fn handle(
    app: &App,
    caller: Caller,
    Query(query): Query<PageQuery>,
) -> Result<Json<Page<TaskCard>>, ApiError> {
    let found = app
        .store
        .tasks()
        .of_client(caller.user_id, query.limit()?, query.cursor.as_deref())
        .await?;
    Ok(Json(crate::page(app, found).await?))
}

//! `GET /v1/tasks/{taskId}/bids`: the bids on one's own task, to compare them.

use proconnect_api::Bid;
use proconnect_domain::TaskId;
use proconnect_http::{ApiError, Caller, Json, Page, PageQuery, Path, Query};
use proconnect_runtime::{App, Function};

/// The task's client: the bids with the work that they show, to compare them.
pub const FUNCTION: Function = proconnect_runtime::http!(GET "/v1/tasks/{taskId}/bids", handle);

/// The bids on a task; only its client sees them.
pub async fn handle(
    app: &App,
    caller: Caller,
    (Path(task_id), Query(query)): (Path<TaskId>, Query<PageQuery>),
) -> Result<Json<Page<Bid>>, ApiError> {
    let found = app
        .store
        .bids()
        .of_task(task_id, query.limit()?, query.cursor.as_deref())
        .await?;
    // The first page brings the task; on later ones each bid names the client.
    let client = match (&found.task, found.bids.first()) {
        (Some(task), _) => task.client_id,
        (None, Some(bid)) => bid.client_id,
        (None, None) if query.cursor.is_some() => caller.user_id,
        (None, None) => return Err(ApiError::not_found("task")),
    };
    if client != caller.user_id {
        return Err(ApiError::forbidden("Only the task's client sees its bids."));
    }
    let bidders = found.bids.iter().map(|bid| bid.freelancer.id);
    let people = app.store.people(bidders).await?;
    let items = found.bids.iter().map(|bid| bid.view(&people)).collect();
    Ok(Json(Page {
        items,
        next_cursor: found.next_cursor,
    }))
}

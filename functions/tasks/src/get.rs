//! `GET /v1/tasks/{taskId}`.

use proconnect_api::Task;
use proconnect_domain::TaskId;
use proconnect_http::{ApiError, Json, MaybeCaller, Path};
use proconnect_runtime::{App, Function};

/// Anybody: a task.
pub const FUNCTION: Function = proconnect_runtime::http!(GET "/v1/tasks/{taskId}", handle);

/// A task; for a freelancer who has bid, with the id of the bid.
pub async fn handle(
    app: &App,
    MaybeCaller(caller): MaybeCaller,
    Path(id): Path<TaskId>,
) -> Result<Json<Task>, ApiError> {
    let viewer = caller.map(|caller| caller.user_id);
    let found = app.store.tasks().get_for(id, viewer).await?;
    let (task, bid) = found.ok_or_else(|| ApiError::not_found("task"))?;
    let people = app.store.people([task.client_id]).await?;
    Ok(Json(task.view(&people, bid.map(|bid| bid.id), viewer)))
}

//! `POST /v1/tasks/{taskId}/cancel`: takes a task back, with a reason that those who have bid learn.

use proconnect_api::Task;
use proconnect_domain::{TaskEvent, TaskId, TaskStatus, Text, Validator};
use proconnect_http::{ApiError, Body, Caller, ErrorCode, Json, Path};
use proconnect_runtime::{App, Function};
use schemars::JsonSchema;
use serde::Deserialize;

/// Its client: takes a task back that nobody was hired for, with a reason; every bidder is told it.
pub const FUNCTION: Function = proconnect_runtime::http!(POST "/v1/tasks/{taskId}/cancel", handle);

/// Why.
#[derive(Deserialize, JsonSchema)]
pub struct CancelTask {
    /// In the client's own words, for those who have bid: 1 to 500 characters.
    #[schemars(example = &"We found somebody in our own house.")]
    reason: String,
}

/// Takes it back. Its open bids are declined because of it, each with this reason. Twice is once, and the first reason stays.
pub async fn handle(
    app: &App,
    caller: Caller,
    (Path(id), Body(body)): (Path<TaskId>, Body<CancelTask>),
) -> Result<Json<Task>, ApiError> {
    let found = app.store.tasks().get_for(id, None).await?;
    let mut task = crate::own(found.map(|(task, _)| task), &caller)?;
    let mut errors = Validator::new();
    let reason = errors.field("/reason", Text::<1, 500>::parse(&body.reason));
    let reason = errors.finish(reason)?;
    if task.status == TaskStatus::Cancelled {
        return Ok(Json(crate::view(app, &task).await?));
    }
    refuse_while_it_runs(task.status)?;
    task.status = task.status.apply(TaskEvent::Cancel)?;
    task.cancel_reason = Some(reason.into_string());
    let answer = crate::view(app, &task).await?;
    // A bid that was accepted at this moment has moved the task: the next try finds it in progress.
    app.store.tasks().cancel(&task, app.now()).await?;
    Ok(Json(answer))
}

/// Work that was agreed on ends with its contract, where it is said what becomes of the money.
fn refuse_while_it_runs(status: TaskStatus) -> Result<(), ApiError> {
    match status {
        TaskStatus::InProgress => Err(ApiError::new(
            ErrorCode::InvalidState,
            "You have hired somebody for this task. The work goes on, or ends, in its contract.",
        )),
        _ => Ok(()),
    }
}

//! `PATCH /v1/tasks/{taskId}`: changes a task that takes bids.

use crate::editing::{Edited, UpdateTask, difference};
use proconnect_api::Task;
use proconnect_domain::{TaskEdit, TaskField, TaskId, TaskStatus};
use proconnect_http::{ApiError, Body, Caller, ErrorCode, Json, Path};
use proconnect_runtime::{App, Function};

/// Its client: changes what is named of a task that takes bids; whoever has bid is asked whether the bid stands.
pub const FUNCTION: Function = proconnect_runtime::http!(PATCH "/v1/tasks/{taskId}", handle);

/// Changes it. The same again changes nothing, and tells nobody. Of two who change different fields of one version both do; of two
/// who change the same field, the second is refused with what the first has made of it.
pub async fn handle(
    app: &App,
    caller: Caller,
    (Path(id), Body(body)): (Path<TaskId>, Body<UpdateTask>),
) -> Result<Json<Task>, ApiError> {
    let now = app.now();
    let named = body.attachment_ids.clone().flatten().unwrap_or_default();
    let found = app.store.tasks().with_files(id, &named).await?;
    let (task, files) = found.map_or((None, Default::default()), |(task, files)| (Some(task), files));
    let mut task = crate::own(task, &caller)?;
    let version = body.version;
    let Edited {
        after,
        added,
        removed,
    } = body.over(&task, files, now)?;
    let edits = difference(&task, &after);
    if edits.is_empty() {
        return Ok(Json(crate::view(app, &task).await?));
    }
    if task.status != TaskStatus::Open || task.deadline <= now {
        return Err(not_open(task.status));
    }
    if version.is_some_and(|version| task.has_changed(&edits, version)) {
        let present = crate::view(app, &task).await?;
        return Err(ApiError::of(ErrorCode::TaskChanged).with_present(&present));
    }
    let added = added.hang()?;
    let ask = task.bid_count > 0 && edits.iter().any(is_told);
    *task = after;
    task.note_changes(edits, now);
    let answer = crate::view(app, &task).await?;
    app.store
        .tasks()
        .update(&task, (&added, &removed), ask, now)
        .await?;
    Ok(Json(answer))
}

/// Bids bear the title too.
fn is_told(edit: &TaskEdit) -> bool {
    edit.matters() || edit.field() == TaskField::Title
}

fn not_open(status: TaskStatus) -> ApiError {
    let detail = match status {
        TaskStatus::InProgress => {
            "You have hired somebody for this task. What is to be done is changed in its contract."
        }
        TaskStatus::Open | TaskStatus::Expired => {
            "The task’s deadline has passed. Post it again with a later one."
        }
        _ => "The task takes no more bids, so it stays as it is.",
    };
    ApiError::new(ErrorCode::TaskNotOpen, detail)
}

//! `PATCH /v1/tasks/{taskId}`: changes a task that takes bids.

use crate::editing::{Edited, difference};
use proconnect_api::Task;
use proconnect_domain::{Budget, Category, FileId, TaskEdit, TaskField, TaskId, TaskStatus, Timestamp};
use proconnect_http::{ApiError, Body, Caller, ErrorCode, Json, Path, present};
use proconnect_runtime::{App, Function};
use schemars::JsonSchema;
use serde::Deserialize;

/// Its client: changes what is named of a task that takes bids; whoever has bid is asked whether the bid stands.
pub const FUNCTION: Function = proconnect_runtime::http!(PATCH "/v1/tasks/{taskId}", handle);

/// What is to change; what is absent stays as it is, what is null is cleared.
#[derive(Deserialize, JsonSchema, Default)]
#[serde(rename_all = "camelCase", default)]
pub struct UpdateTask {
    /// The version that is changed. What was changed since then is not overwritten, but refused with 409 and the task as it is now.
    /// Without it, the task is changed as it is.
    #[schemars(example = 1)]
    pub(crate) version: Option<u32>,
    /// 5 to 120 characters; cannot be cleared.
    #[serde(deserialize_with = "present")]
    #[schemars(example = &"Design a logo and a sign")]
    pub(crate) title: Option<Option<String>>,
    /// HTML; what is not allowed in it is removed. It cannot be cleared.
    #[serde(deserialize_with = "present")]
    pub(crate) description: Option<Option<String>>,
    /// Category; once there are bids, it stays.
    #[serde(deserialize_with = "present")]
    pub(crate) category: Option<Option<Category>>,
    /// At most 15 skills.
    #[serde(deserialize_with = "present")]
    pub(crate) skills: Option<Option<Vec<String>>>,
    /// Budget in minor units. Once there are bids, its currency stays, and whether a price or a rate is paid.
    #[serde(deserialize_with = "present")]
    pub(crate) budget: Option<Option<Budget>>,
    /// Until when a bid is accepted: in the future, at most a year ahead. Once there are bids, no nearer than a day from now, unless it
    /// is put off.
    #[serde(deserialize_with = "present")]
    pub(crate) deadline: Option<Option<Timestamp>>,
    /// Where, if it matters.
    #[serde(deserialize_with = "present")]
    pub(crate) location: Option<Option<String>>,
    /// All the files that describe it from now on: those that it has, and clean ones of one's own; at most 10. What is left out is
    /// deleted.
    #[serde(deserialize_with = "present")]
    pub(crate) attachment_ids: Option<Option<Vec<FileId>>>,
}

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

//! Tasks.

// Written by `cargo xtask generate`, from here
pub mod cancel;
pub mod create;
pub mod get;
pub mod list_categories;
pub mod list_mine;
pub mod search;
pub mod update;
pub mod worker;

/// The functions of this domain.
#[rustfmt::skip]
pub const FUNCTIONS: &[proconnect_runtime::Function] = &[
    cancel::FUNCTION,
    create::FUNCTION,
    get::FUNCTION,
    list_categories::FUNCTION,
    list_mine::FUNCTION,
    search::FUNCTION,
    update::FUNCTION,
    worker::FUNCTION,
];
// to here.

mod editing;

use proconnect_api::{Task, TaskCard};
use proconnect_domain::TaskStatus;
use proconnect_http::{ApiError, Caller, Page};
use proconnect_runtime::App;
use proconnect_store::{Listed, Stored, TaskRecord};

/// One's own task: 403 for everybody else, and 404 where they may not know of it.
pub(crate) fn own(task: Option<Stored<TaskRecord>>, caller: &Caller) -> Result<Stored<TaskRecord>, ApiError> {
    let task = task.ok_or_else(|| ApiError::not_found("task"))?;
    if task.client_id == caller.user_id {
        return Ok(task);
    }
    Err(match task.status {
        TaskStatus::Draft => ApiError::not_found("task"),
        _ => ApiError::forbidden("Only its client can do this with a task."),
    })
}

/// A task as its client sees it, with themselves as they are now.
pub(crate) async fn view(app: &App, task: &TaskRecord) -> Result<Task, ApiError> {
    let people = app.store.people([task.client_id]).await?;
    Ok(task.view(&people, None, Some(task.client_id)))
}

/// A page of tasks, with their clients as they are now.
pub(crate) async fn page(
    app: &App,
    found: Listed<proconnect_store::TaskCard>,
) -> Result<Page<TaskCard>, ApiError> {
    let clients = found.items.iter().map(|card| card.client.id);
    let people = app.store.people(clients).await?;
    let found = found.map(|card| card.view(&people));
    Ok(Page {
        items: found.items,
        next_cursor: found.next_cursor,
    })
}

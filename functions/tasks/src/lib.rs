//! Tasks.

pub mod create;
pub mod get;
pub mod list_categories;
pub mod list_mine;
pub mod search;

use proconnect_api::Task;
use proconnect_domain::{BidId, UserId};
use proconnect_runtime::Function;
use proconnect_store::TaskRecord;

/// The functions of this domain.
pub const FUNCTIONS: &[Function] = &[
    proconnect_runtime::http!("tasks-create", create::handle),
    proconnect_runtime::http!("tasks-search", search::handle),
    proconnect_runtime::http!("tasks-get", get::handle),
    proconnect_runtime::http!("tasks-list-mine", list_mine::handle),
    proconnect_runtime::http!("tasks-list-categories", list_categories::handle),
];

/// A task as the API answers it to a viewer.
pub(crate) fn view(task: &TaskRecord, viewer_bid: Option<BidId>, viewer: Option<UserId>) -> Task {
    task.view(viewer_bid, viewer)
}

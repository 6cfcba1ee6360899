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
    create::FUNCTION,
    search::FUNCTION,
    get::FUNCTION,
    list_mine::FUNCTION,
    list_categories::FUNCTION,
];

/// A task as the API answers it to a viewer.
pub(crate) fn view(task: &TaskRecord, viewer_bid: Option<BidId>, viewer: Option<UserId>) -> Task {
    task.view(viewer_bid, viewer)
}

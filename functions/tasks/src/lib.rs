//! Tasks.

// Written by `cargo xtask generate`, from here
pub mod create;
pub mod get;
pub mod list_categories;
pub mod list_mine;
pub mod search;
pub mod worker;

/// The functions of this domain.
#[rustfmt::skip]
pub const FUNCTIONS: &[proconnect_runtime::Function] = &[
    create::FUNCTION,
    get::FUNCTION,
    list_categories::FUNCTION,
    list_mine::FUNCTION,
    search::FUNCTION,
    worker::FUNCTION,
];
// to here.

use proconnect_api::Task;
use proconnect_domain::{BidId, UserId};
use proconnect_store::TaskRecord;

/// A task as the API answers it to a viewer.
pub(crate) fn view(task: &TaskRecord, viewer_bid: Option<BidId>, viewer: Option<UserId>) -> Task {
    task.view(viewer_bid, viewer)
}

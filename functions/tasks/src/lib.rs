//! Tasks.

// Written by `cargo xtask generate`, from here
// to here.

use proconnect_api::Task;
use proconnect_domain::{BidId, UserId};
use proconnect_store::TaskRecord;

/// A task as the API answers it to a viewer.
pub(crate) fn view(task: &TaskRecord, viewer_bid: Option<BidId>, viewer: Option<UserId>) -> Task {
    task.view(viewer_bid, viewer)
}

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

/// A task as the API answers it to a viewer. Only its two sides learn of the contract.
pub(crate) fn view(task: &TaskRecord, viewer_bid: Option<BidId>, viewer: Option<UserId>) -> Task {
    let is_side = viewer.is_some_and(|viewer| viewer == task.client_id || Some(viewer) == task.freelancer_id);
    Task {
        id: task.id,
        title: task.title.clone(),
        description: task.description.clone(),
        category: task.category,
        skills: task.skills.clone(),
        budget: task.budget.clone(),
        deadline: task.deadline,
        location: task.location.clone(),
        status: task.status,
        client: task.client.clone(),
        bid_count: task.bid_count,
        created_at: task.created_at,
        clock: task.clock(),
        attachments: task.attachments.clone(),
        viewer_bid_id: viewer_bid,
        contract_id: task.contract_id.filter(|_| is_side),
    }
}

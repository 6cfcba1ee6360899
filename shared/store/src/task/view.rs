//! Tasks as the API returns them.

use super::TaskRecord;
use super::cards::TaskCard;
use crate::People;
use crate::file::references;
use proconnect_api as api;
use proconnect_domain::{BidId, UserId, task_clock};

impl TaskRecord {
    /// As the API returns it to a viewer. Only its two sides learn of the contract.
    pub fn view(&self, people: &People, viewer_bid: Option<BidId>, viewer: Option<UserId>) -> api::Task {
        let is_side =
            viewer.is_some_and(|viewer| viewer == self.client_id || Some(viewer) == self.freelancer_id);
        api::Task {
            id: self.id,
            title: self.title.clone(),
            description: self.description.clone(),
            category: self.category,
            skills: self.skills.clone(),
            budget: self.budget.clone(),
            deadline: self.deadline,
            location: self.location.clone(),
            status: self.status,
            client: people.of(&self.client),
            bid_count: self.bid_count,
            created_at: self.created_at,
            clock: self.clock(),
            attachments: references(&self.attachments),
            viewer_bid_id: viewer_bid,
            contract_id: self.contract_id.filter(|_| is_side),
            version: self.edition,
            changes: self.changes.clone(),
            cancel_reason: self
                .cancel_reason
                .clone()
                .filter(|_| is_side || viewer_bid.is_some()),
        }
    }
}

impl TaskCard {
    /// As the API answers it.
    pub fn view(self, people: &People) -> api::TaskCard {
        api::TaskCard {
            id: self.id,
            title: self.title,
            summary: self.summary,
            category: self.category,
            skills: self.skills,
            budget: self.budget,
            deadline: self.deadline,
            location: self.location,
            status: self.status,
            client: people.of(&self.client),
            bid_count: self.bid_count,
            created_at: self.created_at,
            clock: task_clock(self.status, self.deadline),
        }
    }
}

//! Tasks as the API answers them.

use super::cards::TaskCard;
use super::{TaskClient, TaskRecord};
use crate::file::references;
use proconnect_api as api;
use proconnect_domain::{BidId, UserId, task_clock};

impl TaskRecord {
    /// As the API answers it to a viewer. Only its two sides learn of the contract.
    pub fn view(&self, viewer_bid: Option<BidId>, viewer: Option<UserId>) -> api::Task {
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
            client: self.client.clone().into(),
            bid_count: self.bid_count,
            created_at: self.created_at,
            clock: self.clock(),
            attachments: references(&self.attachments),
            viewer_bid_id: viewer_bid,
            contract_id: self.contract_id.filter(|_| is_side),
        }
    }
}

impl From<TaskClient> for api::ClientRecord {
    fn from(client: TaskClient) -> Self {
        Self {
            id: client.id,
            name: client.name,
            member_since: client.member_since,
            tasks_posted: client.tasks_posted,
            hires: client.hires,
            hire_rate: client.hire_rate,
        }
    }
}

impl From<TaskCard> for api::TaskCard {
    fn from(card: TaskCard) -> Self {
        Self {
            id: card.id,
            title: card.title,
            summary: card.summary,
            category: card.category,
            skills: card.skills,
            budget: card.budget,
            deadline: card.deadline,
            location: card.location,
            status: card.status,
            client: card.client.into(),
            bid_count: card.bid_count,
            created_at: card.created_at,
            clock: task_clock(card.status, card.deadline),
        }
    }
}

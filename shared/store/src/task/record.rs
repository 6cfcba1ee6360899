//! Tasks.

use crate::contract::Party;
use crate::file::AttachedFile;
use proconnect_domain::{
    Budget, Category, ContractId, Skills, TaskId, TaskStatus, Timestamp, UserId, Waiting, task_clock,
};
use serde::{Deserialize, Serialize};

/// A task.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TaskRecord {
    /// Id.
    pub id: TaskId,
    /// Who posted it.
    pub client_id: UserId,
    /// Title.
    pub title: String,
    /// Sanitised HTML.
    pub description: String,
    /// The description's beginning as plain text.
    pub summary: String,
    /// Category.
    pub category: Category,
    /// Skills.
    pub skills: Skills,
    /// Budget.
    pub budget: Budget,
    /// Deadline of the decision.
    pub deadline: Timestamp,
    /// Place.
    pub location: Option<String>,
    /// State.
    pub status: TaskStatus,
    /// The client, by the name of the day when it was posted.
    pub client: Party,
    /// Number of bids.
    pub bid_count: u32,
    /// When it was posted.
    pub created_at: Timestamp,
    /// Files that describe it.
    #[serde(default)]
    pub attachments: Vec<AttachedFile>,
    /// The contract that came of it.
    pub contract_id: Option<ContractId>,
    /// Who was hired.
    pub freelancer_id: Option<UserId>,
}

impl TaskRecord {
    /// What it waits for.
    pub fn clock(&self) -> Option<Waiting> {
        task_clock(self.status, self.deadline)
    }
}

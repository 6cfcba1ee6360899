//! Tasks.

use crate::contract::Party;
use crate::file::AttachedFile;
use proconnect_domain::{
    Budget, Category, ContractId, MAX_TASK_CHANGES, Skills, TaskChange, TaskEdit, TaskField, TaskId,
    TaskStatus, Timestamp, UserId, Waiting, task_clock,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

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
    /// Counts what its client has changed; the first is 1.
    #[serde(default = "first_edition", skip_serializing_if = "is_first_edition")]
    pub edition: u32,
    /// In which edition each field was changed last, if it was.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub changed_in: BTreeMap<TaskField, u32>,
    /// The last of what was changed, the earliest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<TaskChange>,
    /// Why its client took it back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cancel_reason: Option<String>,
}

pub(crate) fn first_edition() -> u32 {
    1
}

pub(crate) fn is_first_edition(edition: &u32) -> bool {
    *edition == first_edition()
}

impl TaskRecord {
    /// What it waits for.
    pub fn clock(&self) -> Option<Waiting> {
        task_clock(self.status, self.deadline)
    }

    /// Whether one of these fields has changed since an edition, or nobody has seen such an edition yet.
    pub fn has_changed(&self, edits: &[TaskEdit], since: u32) -> bool {
        let later = |edit: &TaskEdit| self.changed_in.get(&edit.field()).is_some_and(|at| *at > since);
        since > self.edition || edits.iter().any(later)
    }

    /// Another edition, in which this was changed. Drafts remember no more than which fields: nobody else has seen them.
    pub fn note_changes(&mut self, edits: Vec<TaskEdit>, at: Timestamp) {
        self.edition += 1;
        for edit in &edits {
            self.changed_in.insert(edit.field(), self.edition);
        }
        if self.status == TaskStatus::Draft {
            return;
        }
        self.changes.push(TaskChange {
            version: self.edition,
            at,
            edits,
        });
        let forgotten = self.changes.len().saturating_sub(MAX_TASK_CHANGES);
        self.changes.drain(..forgotten);
    }
}

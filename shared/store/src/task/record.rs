//! Tasks.

use super::cards::TaskCard;
use crate::StoreError;
use crate::file::AttachedFile;
use crate::keys::{self, Key};
use crate::personal::{Export, Personal};
use crate::record::{Card as _, Indexes, Record, word};
use crate::transitions::State;
use proconnect_domain::TypedId as _;
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
    /// The client as bidders see them.
    pub client: TaskClient,
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

/// The client of a task as bidders see them: whether they hire, as it stood when it was posted.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TaskClient {
    /// Id.
    pub id: UserId,
    /// Name.
    pub name: String,
    /// When the account was made.
    pub member_since: Timestamp,
    /// Tasks posted before and with this one.
    pub tasks_posted: u32,
    /// Bids accepted.
    pub hires: u32,
    /// Hires in percent of the earlier tasks; nothing for a first task.
    pub hire_rate: Option<u8>,
}

impl Record for TaskRecord {
    const TYPE: &'static str = "task";
    const V: u32 = 1;
    const BEGINS: (&'static str, &'static str) = (keys::TASK, keys::TASK_SORT);
    const PERSONAL: Personal = Personal::Names {
        export: Export::Tasks,
        rest: "the task, since bids and a contract may have come of it",
    };
    fn key(&self) -> Key {
        keys::task(self.id)
    }
    fn indexes(&self) -> Result<Indexes, StoreError> {
        let open = self.status == TaskStatus::Open;
        let id = self.id.to_string();
        Ok(Indexes {
            gsi2: open.then(|| (keys::OPEN_TASKS.of(self.id.ulid()), id.clone())),
            gsi3: Some((keys::tasks_of(self.client_id), id.clone())),
            due: self.clock().map(|clock| {
                (
                    keys::DUE_TASKS.of(self.id.ulid()),
                    keys::due_sort(clock.due_at, &id),
                )
            }),
            card: Some(TaskCard::of(self).attribute()?),
            ..Indexes::default()
        })
    }
    fn status(&self) -> Option<String> {
        word(&self.status)
    }
    fn states(&self) -> Vec<State> {
        vec![State::Task(self.status)]
    }
}

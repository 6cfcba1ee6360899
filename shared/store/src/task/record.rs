//! Tasks.

use crate::StoreError;
use crate::keys::{self, Key};
use crate::record::{Indexes, Record, word};
use crate::transitions::State;
use proconnect_api::{ClientRecord, FileRef, Task, TaskCard};
use proconnect_domain::{
    BidId, Budget, Category, ContractId, Skills, TaskId, TaskStatus, Timestamp, UserId, Waiting, task_clock,
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
    pub client: ClientRecord,
    /// Number of bids.
    pub bid_count: u32,
    /// When it was posted.
    pub created_at: Timestamp,
    /// Files that describe it.
    #[serde(default)]
    pub attachments: Vec<FileRef>,
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

    /// As the API answers it to a viewer. Only its two sides learn of the contract.
    pub fn view(&self, viewer_bid: Option<BidId>, viewer: Option<UserId>) -> Task {
        let is_side =
            viewer.is_some_and(|viewer| viewer == self.client_id || Some(viewer) == self.freelancer_id);
        Task {
            id: self.id,
            title: self.title.clone(),
            description: self.description.clone(),
            category: self.category,
            skills: self.skills.clone(),
            budget: self.budget.clone(),
            deadline: self.deadline,
            location: self.location.clone(),
            status: self.status,
            client: self.client.clone(),
            bid_count: self.bid_count,
            created_at: self.created_at,
            clock: self.clock(),
            attachments: self.attachments.clone(),
            viewer_bid_id: viewer_bid,
            contract_id: self.contract_id.filter(|_| is_side),
        }
    }

    /// As lists show it.
    pub fn card(&self) -> TaskCard {
        TaskCard {
            id: self.id,
            title: self.title.clone(),
            summary: self.summary.clone(),
            category: self.category,
            skills: self.skills.clone(),
            budget: self.budget.clone(),
            deadline: self.deadline,
            location: self.location.clone(),
            status: self.status,
            client: self.client.clone(),
            bid_count: self.bid_count,
            created_at: self.created_at,
            clock: self.clock(),
        }
    }
}

/// The card as the index holds it: with the words that the keyword filter looks through.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct IndexedCard {
    #[serde(flatten)]
    card: TaskCard,
    words: String,
    skill_words: Vec<String>,
    place: Option<String>,
}

impl Record for TaskRecord {
    const LABEL: &'static str = "task";
    fn key(&self) -> Key {
        keys::task(self.id)
    }
    fn indexes(&self) -> Result<Indexes, StoreError> {
        let skill_words: Vec<String> = self
            .skills
            .iter()
            .map(|skill| skill.to_string().to_lowercase())
            .collect();
        let words = format!("{} {} {}", self.title, skill_words.join(" "), self.summary).to_lowercase();
        let place = self.location.as_deref().map(str::to_lowercase);
        let card = serde_dynamo::to_attribute_value(IndexedCard {
            card: self.card(),
            words,
            skill_words,
            place,
        })?;
        let open = self.status == TaskStatus::Open;
        let id = self.id.to_string();
        Ok(Indexes {
            gsi2: open.then(|| (keys::OPEN_TASKS.to_owned(), id.clone())),
            gsi3: Some((keys::tasks_of(self.client_id), id.clone())),
            due: self
                .clock()
                .map(|clock| (keys::DUE_TASKS.to_owned(), keys::due_sort(clock.due_at, &id))),
            card: Some(card),
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

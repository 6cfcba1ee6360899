//! What lists hold of a task.

use super::TaskRecord;
use crate::contract::Party;
use crate::record::Card;
use proconnect_domain::{Budget, Category, Skills, TaskId, TaskStatus, Timestamp};
use serde::{Deserialize, Serialize};

/// A task in a list, with the words that the keyword filter looks through.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TaskCard {
    /// Id.
    pub id: TaskId,
    /// Title.
    pub title: String,
    /// The description's beginning.
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
    /// Who posted it.
    pub client: Party,
    /// Number of bids.
    pub bid_count: u32,
    /// When it was posted.
    pub created_at: Timestamp,
    /// In lower case, as what follows.
    words: String,
    skill_words: Vec<String>,
    place: Option<String>,
}

impl Card for TaskCard {
    type Of = TaskRecord;
}

impl TaskCard {
    pub(crate) fn of(task: &TaskRecord) -> Self {
        let lower = |skill: &dyn ToString| skill.to_string().to_lowercase();
        let skill_words: Vec<String> = task.skills.iter().map(|skill| lower(skill)).collect();
        let words = format!("{} {} {}", task.title, skill_words.join(" "), task.summary);
        Self {
            id: task.id,
            title: task.title.clone(),
            summary: task.summary.clone(),
            category: task.category,
            skills: task.skills.clone(),
            budget: task.budget.clone(),
            deadline: task.deadline,
            location: task.location.clone(),
            status: task.status,
            client: task.client.clone(),
            bid_count: task.bid_count,
            created_at: task.created_at,
            words: words.to_lowercase(),
            skill_words,
            place: task.location.as_deref().map(str::to_lowercase),
        }
    }
}

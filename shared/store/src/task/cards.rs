//! What lists hold of a task.

use super::{TaskClient, TaskRecord};
use crate::record::Card;
use proconnect_domain::{Budget, Category, Skills, TaskId, TaskStatus, Timestamp};
use serde::{Deserialize, Serialize};

/// With the words that the keyword filter looks through.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TaskCard {
    pub(crate) id: TaskId,
    pub(crate) title: String,
    pub(crate) summary: String,
    pub(crate) category: Category,
    pub(crate) skills: Skills,
    pub(crate) budget: Budget,
    pub(crate) deadline: Timestamp,
    pub(crate) location: Option<String>,
    pub(crate) status: TaskStatus,
    pub(crate) client: TaskClient,
    pub(crate) bid_count: u32,
    pub(crate) created_at: Timestamp,
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

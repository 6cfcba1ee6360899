//! Tasks.

use crate::{FileRef, Person};
use proconnect_domain::{
    BidId, Budget, Category, ContractId, Skills, TaskChange, TaskId, TaskStatus, Timestamp, Waiting,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A task in a list.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct TaskCard {
    /// Id.
    pub id: TaskId,
    /// Title.
    pub title: String,
    /// The description's beginning as plain text, at most 200 characters.
    pub summary: String,
    /// Category.
    pub category: Category,
    /// Skills asked for.
    pub skills: Skills,
    /// Budget.
    pub budget: Budget,
    /// Until when bids are decided.
    pub deadline: Timestamp,
    /// Where, if it matters.
    pub location: Option<String>,
    /// State.
    pub status: TaskStatus,
    /// Who posted it.
    pub client: Person,
    /// How many have bid.
    pub bid_count: u32,
    /// When it was posted.
    pub created_at: Timestamp,
    /// What it waits for.
    pub clock: Option<Waiting>,
}

/// A task, whole.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Task {
    /// Id.
    pub id: TaskId,
    /// Title.
    pub title: String,
    /// Sanitised HTML.
    pub description: String,
    /// Category.
    pub category: Category,
    /// Skills asked for.
    pub skills: Skills,
    /// Budget.
    pub budget: Budget,
    /// Until when bids are decided.
    pub deadline: Timestamp,
    /// Where, if it matters.
    pub location: Option<String>,
    /// State.
    pub status: TaskStatus,
    /// Who posted it.
    pub client: Person,
    /// How many have bid.
    pub bid_count: u32,
    /// When it was posted.
    pub created_at: Timestamp,
    /// What it waits for.
    pub clock: Option<Waiting>,
    /// Files that describe it.
    pub attachments: Vec<FileRef>,
    /// The caller's own bid, if they have one.
    pub viewer_bid_id: Option<BidId>,
    /// The contract that came of it; only for its two sides.
    pub contract_id: Option<ContractId>,
    /// Counts what its client has changed; the first is 1. A PATCH names it.
    pub version: u32,
    /// The last 12 changes since it was posted, the earliest first.
    pub changes: Vec<TaskChange>,
    /// Why its client took it back, if they said so; only for the client and those who have bid.
    pub cancel_reason: Option<String>,
}

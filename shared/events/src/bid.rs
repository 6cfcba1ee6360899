//! What belongs to the facts about bids whose task has changed.

use proconnect_domain::{BidId, TaskId, UserId};
use serde::{Deserialize, Serialize};

/// A freelancer was asked whether their bid stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BidderAsked {
    /// About which bid.
    pub bid_id: BidId,
    /// On which task.
    pub task_id: TaskId,
    /// Whose task.
    pub client_id: UserId,
    /// Whose bid.
    pub freelancer_id: UserId,
    /// The edition of the task for which it was made.
    pub since: u32,
    /// They may be mailed about it; they were lately otherwise, and have not answered yet.
    pub mailed: bool,
}

/// A freelancer said that their bid stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BidKept {
    /// Which bid.
    pub bid_id: BidId,
    /// On which task.
    pub task_id: TaskId,
    /// Whose task.
    pub client_id: UserId,
    /// Whose bid.
    pub freelancer_id: UserId,
    /// For which edition of the task.
    pub version: u32,
}

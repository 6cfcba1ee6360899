//! Mails about tasks and bids.

use crate::Line;
use askama::Template;
use proconnect_domain::{DeclineReason, Money};
use serde::{Deserialize, Serialize};

/// A freelancer has bid on the client's task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Template)]
#[serde(rename_all = "camelCase")]
#[template(path = "words/bid_received.txt", blocks = ["subject", "line", "body", "action"])]
pub struct BidReceived {
    /// The task.
    pub task_title: Line,
    /// Who bids.
    pub freelancer: Line,
    /// The whole price.
    pub amount: Money,
}

/// The client has put the bid on their shortlist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Template)]
#[serde(rename_all = "camelCase")]
#[template(path = "words/bid_shortlisted.txt", blocks = ["subject", "line", "body", "action"])]
pub struct BidShortlisted {
    /// The task.
    pub task_title: Line,
    /// Whose shortlist.
    pub client: Line,
}

/// The client has accepted the bid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Template)]
#[serde(rename_all = "camelCase")]
#[template(path = "words/bid_accepted.txt", blocks = ["subject", "line", "body", "action"])]
pub struct BidAccepted {
    /// The task.
    pub task_title: Line,
    /// Who accepted.
    pub client: Line,
}

/// The bid was declined.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Template)]
#[serde(rename_all = "camelCase")]
#[template(path = "words/bid_declined.txt", blocks = ["subject", "line", "body", "action"])]
pub struct BidDeclined {
    /// The task.
    pub task_title: Line,
    /// Why.
    pub reason: DeclineReason,
    /// What the client wrote.
    pub note: Option<Line>,
}

/// The bid's task expired.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Template)]
#[serde(rename_all = "camelCase")]
#[template(path = "words/bid_expired.txt", blocks = ["subject", "line", "body", "action"])]
pub struct BidExpired {
    /// The task.
    pub task_title: Line,
}

/// The task has changed since they bid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Template)]
#[serde(rename_all = "camelCase")]
#[template(path = "words/task_changed.txt", blocks = ["subject", "line", "body", "action"])]
pub struct TaskChanged {
    /// The task.
    pub task_title: Line,
    /// Whose task.
    pub client: Line,
    /// What has changed, each in a sentence.
    pub changes: Vec<Line>,
}

/// The task's deadline is near, and there are bids.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Template)]
#[serde(rename_all = "camelCase")]
#[template(path = "words/task_closes_soon.txt", blocks = ["subject", "line", "body", "action"])]
pub struct TaskClosesSoon {
    /// The task.
    pub task_title: Line,
    /// How many days are left.
    pub days: u8,
}

/// The task's deadline passed without a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Template)]
#[serde(rename_all = "camelCase")]
#[template(path = "words/task_expired.txt", blocks = ["subject", "line", "body", "action"])]
pub struct TaskExpired {
    /// The task.
    pub task_title: Line,
}

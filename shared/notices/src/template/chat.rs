//! Mails about chat rooms.

use crate::Line;
use askama::Template;
use serde::{Deserialize, Serialize};

/// Something was said while the person was away. What it is stays in the room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Template)]
#[serde(rename_all = "camelCase")]
#[template(path = "words/message_waiting.txt", blocks = ["subject", "line", "body", "action"])]
pub struct MessageWaiting {
    /// The task that the room is about.
    pub task_title: Line,
    /// Who wrote.
    pub sender: Line,
}

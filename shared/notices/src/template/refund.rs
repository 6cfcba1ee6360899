//! Mails about refunds that the two agree on.

use crate::{Line, Lines};
use askama::Template;
use proconnect_domain::Money;
use serde::{Deserialize, Serialize};

/// The client asks for money back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Template)]
#[serde(rename_all = "camelCase")]
#[template(path = "words/refund_requested.txt", blocks = ["subject", "line", "body", "action"])]
pub struct RefundRequested {
    /// The milestone.
    pub milestone: Line,
    /// Who asks.
    pub who: Box<Line>,
    /// How much.
    pub amount: Money,
    /// What would be left.
    pub rest: Box<Money>,
    /// What silence does.
    pub clock: Option<Box<Line>>,
    /// Why.
    pub reason: Option<Box<Lines>>,
}

/// The freelancer gives money back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Template)]
#[serde(rename_all = "camelCase")]
#[template(path = "words/refund_agreed.txt", blocks = ["subject", "line", "body", "action"])]
pub struct RefundAgreed {
    /// The milestone.
    pub milestone: Line,
    /// Who gives it back.
    pub who: Line,
    /// How much.
    pub amount: Money,
    /// What is left.
    pub rest: Box<Money>,
    /// They did so unasked.
    pub offered: bool,
}

/// The freelancer does not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Template)]
#[serde(rename_all = "camelCase")]
#[template(path = "words/refund_declined.txt", blocks = ["subject", "line", "body", "action"])]
pub struct RefundDeclined {
    /// The milestone.
    pub milestone: Line,
    /// Who declined.
    pub who: Line,
    /// How much.
    pub amount: Money,
    /// Why.
    pub reason: Option<Box<Lines>>,
}

/// The freelancer has not answered in time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Template)]
#[serde(rename_all = "camelCase")]
#[template(path = "words/refund_unanswered.txt", blocks = ["subject", "line", "body", "action"])]
pub struct RefundUnanswered {
    /// The milestone.
    pub milestone: Line,
    /// The other side.
    pub other: Line,
    /// How much.
    pub amount: Money,
    /// Said to the client; otherwise to the freelancer.
    pub to_client: bool,
}

/// The client no longer asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Template)]
#[serde(rename_all = "camelCase")]
#[template(path = "words/refund_withdrawn.txt", blocks = ["subject", "line", "body", "action"])]
pub struct RefundWithdrawn {
    /// The milestone.
    pub milestone: Line,
    /// Who.
    pub who: Line,
    /// How much.
    pub amount: Money,
}

//! Mails about disputes.

use crate::{Line, Lines};
use askama::Template;
use proconnect_domain::{DecidedBy, Money};
use serde::{Deserialize, Serialize};

/// A dispute was opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Template)]
#[serde(rename_all = "camelCase")]
#[template(path = "words/dispute_opened.txt", blocks = ["subject", "line", "body", "action"])]
pub struct DisputeOpened {
    /// The milestone.
    pub milestone: Line,
    /// Who did it.
    pub who: Line,
    /// What is held.
    pub held: Money,
    /// What happens now, and what silence does.
    pub clock: Option<Box<Line>>,
    /// Said to whoever did it.
    pub mine: bool,
}

/// Something was added to a dispute.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Template)]
#[serde(rename_all = "camelCase")]
#[template(path = "words/evidence_added.txt", blocks = ["subject", "line", "body", "action"])]
pub struct EvidenceAdded {
    /// The milestone.
    pub milestone: Line,
    /// Who did it.
    pub who: Line,
    /// What happens now, and what silence does.
    pub clock: Option<Line>,
}

/// The other side has said what they would accept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Template)]
#[serde(rename_all = "camelCase")]
#[template(path = "words/split_offered.txt", blocks = ["subject", "line", "body", "action"])]
pub struct SplitOffered {
    /// The milestone.
    pub milestone: Line,
    /// Who did it.
    pub who: Line,
    /// What happens now, and what silence does.
    pub clock: Option<Line>,
}

/// What both would accept does not meet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Template)]
#[serde(rename_all = "camelCase")]
#[template(path = "words/split_missed.txt", blocks = ["subject", "line", "body", "action"])]
pub struct SplitMissed {
    /// The milestone.
    pub milestone: Line,
    /// The round that has begun.
    pub round: u8,
    /// What happens now, and what silence does.
    pub clock: Option<Line>,
}

/// An admin was called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Template)]
#[serde(rename_all = "camelCase")]
#[template(path = "words/dispute_escalated.txt", blocks = ["subject", "line", "body", "action"])]
pub struct DisputeEscalated {
    /// The milestone.
    pub milestone: Line,
    /// What happens now, and what silence does.
    pub clock: Option<Line>,
}

/// It was decided who gets what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Template)]
#[serde(rename_all = "camelCase")]
#[template(path = "words/dispute_resolved.txt", blocks = ["subject", "line", "body", "action"])]
pub struct DisputeResolved {
    /// The milestone.
    pub milestone: Line,
    /// Who gets what.
    pub parts: Box<Parts>,
    /// Who decided.
    pub decided_by: DecidedBy,
    /// Why, in the words of the admin who ruled.
    pub ruling: Option<Lines>,
}

/// A dispute was taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Template)]
#[serde(rename_all = "camelCase")]
#[template(path = "words/dispute_withdrawn.txt", blocks = ["subject", "line", "body", "action"])]
pub struct DisputeWithdrawn {
    /// The milestone.
    pub milestone: Line,
    /// Who did it.
    pub who: Line,
    /// Said to whoever did it.
    pub mine: bool,
}

/// What a dispute gave the client has gone back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Template)]
#[serde(rename_all = "camelCase")]
#[template(path = "words/milestone_refunded.txt", blocks = ["subject", "line", "body", "action"])]
pub struct MilestoneRefunded {
    /// The milestone.
    pub milestone: Line,
    /// How much.
    pub amount: Money,
    /// Said to the client; otherwise to the freelancer.
    pub to_client: bool,
}

/// Who gets what, said to one side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Parts {
    /// The other side.
    pub other: Line,
    /// What the freelancer gets.
    pub payout: Money,
    /// What goes back to the client.
    pub refund: Money,
    /// Said to the client; otherwise to the freelancer.
    pub to_client: bool,
}

impl Parts {
    /// In a sentence. Whoever gets nothing is not told of an amount of nothing.
    pub fn text(&self) -> String {
        let (other, payout, refund) = (&self.other, self.payout, self.refund);
        match (self.to_client, payout.amount, refund.amount) {
            (true, _, 0) => format!("{other} gets {payout}."),
            (true, 0, _) => format!("{refund} goes back to you, the way you paid."),
            (true, ..) => format!("{refund} goes back to you, the way you paid, and {other} gets {payout}."),
            (false, _, 0) => format!("You get {payout}."),
            (false, 0, _) => format!("{refund} goes back to {other}."),
            (false, ..) => format!("You get {payout}, and {refund} goes back to {other}."),
        }
    }
}

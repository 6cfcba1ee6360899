//! Mails about milestones and their money.

use crate::{Line, Lines};
use askama::Template;
use proconnect_domain::{Date, Money};
use serde::{Deserialize, Serialize};

/// Money for a milestone is held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Template)]
#[serde(rename_all = "camelCase")]
#[template(path = "words/milestone_funded.txt", blocks = ["subject", "line", "body", "action"])]
pub struct MilestoneFunded {
    /// The milestone.
    pub milestone: Line,
    /// How much.
    pub amount: Money,
}

/// A payment for a milestone failed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Template)]
#[serde(rename_all = "camelCase")]
#[template(path = "words/funding_failed.txt", blocks = ["subject", "line", "body", "action"])]
pub struct FundingFailed {
    /// The milestone.
    pub milestone: Line,
}

/// A milestone was paid twice, and the second payment goes back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Template)]
#[serde(rename_all = "camelCase")]
#[template(path = "words/paid_twice.txt", blocks = ["subject", "line", "body", "action"])]
pub struct PaidTwice {
    /// The milestone.
    pub milestone: Line,
    /// What goes back.
    pub amount: Money,
    /// Said to the client, who paid; otherwise to the freelancer.
    pub to_client: bool,
}

/// Work was submitted for review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Template)]
#[serde(rename_all = "camelCase")]
#[template(path = "words/work_submitted.txt", blocks = ["subject", "line", "body", "action"])]
pub struct WorkSubmitted {
    /// The milestone.
    pub milestone: Line,
    /// Who submitted.
    pub freelancer: Line,
    /// What silence does.
    pub clock: Option<Line>,
}

/// The client asked for changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Template)]
#[serde(rename_all = "camelCase")]
#[template(path = "words/changes_requested.txt", blocks = ["subject", "line", "body", "action"])]
pub struct ChangesRequested {
    /// The milestone.
    pub milestone: Line,
    /// What is asked for.
    pub comment: Lines,
}

/// The work was approved and the payout is queued.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Template)]
#[serde(rename_all = "camelCase")]
#[template(path = "words/milestone_approved.txt", blocks = ["subject", "line", "body", "action"])]
pub struct MilestoneApproved {
    /// The milestone.
    pub milestone: Line,
    /// What the freelancer gets.
    pub payout: Money,
    /// Approved by the clock, not by the client's hand.
    pub by_silence: bool,
    /// Said to the client; otherwise to the freelancer.
    pub to_client: bool,
}

/// Money was sent to the freelancer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Template)]
#[serde(rename_all = "camelCase")]
#[template(path = "words/payment_sent.txt", blocks = ["subject", "line", "body", "action"])]
pub struct PaymentSent {
    /// The milestone.
    pub milestone: Line,
    /// How much.
    pub amount: Money,
    /// The invoice.
    pub invoice_number: Line,
}

/// The client's held money was released.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Template)]
#[serde(rename_all = "camelCase")]
#[template(path = "words/payment_released.txt", blocks = ["subject", "line", "body", "action"])]
pub struct PaymentReleased {
    /// The milestone.
    pub milestone: Line,
    /// How much.
    pub amount: Money,
}

/// Money waits because payouts are not set up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Template)]
#[serde(rename_all = "camelCase")]
#[template(path = "words/payout_blocked.txt", blocks = ["subject", "line", "body", "action"])]
pub struct PayoutBlocked {
    /// The milestone.
    pub milestone: Line,
    /// How much waits.
    pub amount: Money,
}

/// Money was held for as long as it may be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Template)]
#[serde(rename_all = "camelCase")]
#[template(path = "words/hold_ended.txt", blocks = ["subject", "line", "body", "action"])]
pub struct HoldEnded {
    /// The milestone.
    pub milestone: Line,
    /// What happens now.
    pub clock: Option<Line>,
}

/// A clock ends soon, and the reader has to act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Template)]
#[serde(rename_all = "camelCase")]
#[template(path = "words/clock_ends_soon.txt", blocks = ["subject", "line", "body", "action"])]
pub struct ClockEndsSoon {
    /// The milestone.
    pub milestone: Line,
    /// What silence does.
    pub clock: Line,
    /// How many days are left.
    pub days: u8,
}

/// Work is due soon, and was not handed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Template)]
#[serde(rename_all = "camelCase")]
#[template(path = "words/work_due_soon.txt", blocks = ["subject", "line", "body", "action"])]
pub struct WorkDueSoon {
    /// The milestone.
    pub milestone: Line,
    /// By when.
    pub due_date: Date,
    /// How many days are left.
    pub days: u8,
}

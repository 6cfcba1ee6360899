//! What belongs to the facts about disputes.

use proconnect_domain::{Actor, DecidedBy, DisputeId, MilestoneId, Money, UserId};
use serde::{Deserialize, Serialize};

/// Which dispute, and whose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OfDispute {
    /// Which.
    pub dispute_id: DisputeId,
    /// About which milestone's money.
    pub milestone_id: MilestoneId,
    /// Who paid.
    pub client_id: UserId,
    /// Who works.
    pub freelancer_id: UserId,
}

impl OfDispute {
    /// Who stands on a side.
    pub fn person(&self, side: Actor) -> UserId {
        match side {
            Actor::Client => self.client_id,
            _ => self.freelancer_id,
        }
    }
}

/// A dispute was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DisputeOpened {
    /// Which.
    #[serde(flatten)]
    pub of: OfDispute,
    /// Which of the two opened it.
    pub opened_by: Actor,
    /// What is held.
    pub held: Money,
}

/// One of the two did something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BySide {
    /// In which dispute.
    #[serde(flatten)]
    pub of: OfDispute,
    /// Which of the two.
    pub by: Actor,
}

/// What both would accept does not meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SplitMissed {
    /// In which dispute.
    #[serde(flatten)]
    pub of: OfDispute,
    /// The round that has begun.
    pub round: u8,
}

/// It was decided who gets what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DisputeResolved {
    /// In which dispute.
    #[serde(flatten)]
    pub of: OfDispute,
    /// What goes back to the client.
    pub to_client: Money,
    /// What the freelancer gets, the fee taken off.
    pub payout: Money,
    /// Who decided.
    pub decided_by: DecidedBy,
}

/// What went back to the client has arrived with their bank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MilestoneRefunded {
    /// Of which milestone.
    pub milestone_id: MilestoneId,
    /// Who had paid.
    pub client_id: UserId,
    /// Who works.
    pub freelancer_id: UserId,
    /// What went back.
    pub amount: Money,
}

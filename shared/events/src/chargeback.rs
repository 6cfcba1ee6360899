//! What belongs to the facts about chargebacks.

use proconnect_domain::{MilestoneId, Money, UserId};
use serde::{Deserialize, Serialize};

/// Which money, and whose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OfChargeback {
    /// Of which milestone.
    pub milestone_id: MilestoneId,
    /// Whose bank it is.
    pub client_id: UserId,
    /// Who works.
    pub freelancer_id: UserId,
    /// How much the bank wants.
    pub amount: Money,
    /// The freelancer had been paid before, and keeps that.
    pub paid_out: bool,
}

/// The bank has decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ChargebackClosed {
    /// About which.
    #[serde(flatten)]
    pub of: OfChargeback,
    /// Against the client: the money is there again.
    pub won: bool,
}

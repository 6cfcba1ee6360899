//! What belongs to the facts about refunds that the two agree on.

use proconnect_domain::{MilestoneId, Money, UserId};
use serde::{Deserialize, Serialize};

/// Which money, and whose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OfRefund {
    /// Of which milestone.
    pub milestone_id: MilestoneId,
    /// Who had paid.
    pub client_id: UserId,
    /// Who works.
    pub freelancer_id: UserId,
    /// What is asked for, or goes back.
    pub amount: Money,
    /// What is left then.
    pub rest: Money,
}

/// The freelancer gives money back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RefundAgreed {
    /// Which.
    #[serde(flatten)]
    pub of: OfRefund,
    /// They did so themselves, unasked or in place of what was asked for.
    pub offered: bool,
}

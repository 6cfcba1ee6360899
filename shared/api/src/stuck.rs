//! Money that could not be sent or given back, as admins see it.

use crate::Person;
use proconnect_domain::{ContractId, MilestoneId, Money, PaymentId, Timestamp};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A payout or refund that was refused for good, or that came back.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct StuckPayment {
    /// The line of history of whoever waits for it.
    pub id: PaymentId,
    /// Of which milestone.
    pub milestone_id: MilestoneId,
    /// Its title.
    pub milestone_title: String,
    /// In which contract.
    pub contract_id: ContractId,
    /// Its task's title.
    pub task_title: String,
    /// What could not be done.
    pub kind: StuckKind,
    /// How much somebody waits for.
    pub amount: Money,
    /// Who paid.
    pub client: Person,
    /// Who works.
    pub freelancer: Person,
    /// When it was ordered.
    pub since: Timestamp,
}

/// What could not be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StuckKind {
    /// The freelancer could not be paid.
    Payout,
    /// The client could not be given money back.
    Refund,
}

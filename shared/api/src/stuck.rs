//! Money that could not be sent or given back, or that a bank wants back, as admins see it.

use crate::Person;
use proconnect_domain::{ContractId, MilestoneId, Money, PaymentId, Timestamp};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A payout or refund that was refused for good, or that came back; a chargeback; a warning of fraud.
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
    /// What is to be looked after.
    pub kind: StuckKind,
    /// How much somebody waits for.
    pub amount: Money,
    /// Who paid.
    pub client: Person,
    /// Who works.
    pub freelancer: Person,
    /// When it was ordered, or when we heard of it.
    pub since: Timestamp,
    /// By when the bank takes evidence, of chargebacks; nothing once it was sent, or where it takes none.
    pub answer_by: Option<Timestamp>,
}

/// What is to be looked after.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StuckKind {
    /// The freelancer could not be paid.
    Payout,
    /// The client could not be given money back.
    Refund,
    /// The client's bank wants money back: evidence is to be sent to the processor.
    Chargeback,
    /// A card network warns of fraud: the payout waits until an admin lets it go.
    FraudWarning,
}

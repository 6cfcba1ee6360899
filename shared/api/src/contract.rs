//! Contracts and milestones.

use crate::{AgreedRefund, Chargeback, FileRef, Person, RefundRequest, Settlement};
use proconnect_domain::{
    ContractId, ContractStatus, Date, DisputeId, FundsStatus, MilestoneId, Money, Progress, RevisionId,
    SubmissionId, TaskId, Timestamp, UserId, Waiting, WorkStatus,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A contract in a list.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ContractCard {
    /// Id.
    pub id: ContractId,
    /// The task it came of.
    pub task_id: TaskId,
    /// Its title.
    pub task_title: String,
    /// Who pays.
    pub client_id: UserId,
    /// Their name.
    pub client_name: String,
    /// They themselves.
    pub client: Person,
    /// Who works.
    pub freelancer_id: UserId,
    /// Their name.
    pub freelancer_name: String,
    /// They themselves.
    pub freelancer: Person,
    /// State.
    pub status: ContractStatus,
    /// The sum of all milestones.
    pub total: Money,
    /// Approved ÷ total.
    pub progress: Progress,
    /// The clock that ends first among the milestones.
    pub next_clock: Option<Waiting>,
    /// When the bid was accepted.
    pub created_at: Timestamp,
}

/// A contract, whole.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Contract {
    /// Id.
    pub id: ContractId,
    /// The task it came of.
    pub task_id: TaskId,
    /// Its title.
    pub task_title: String,
    /// Who pays.
    pub client_id: UserId,
    /// Their name.
    pub client_name: String,
    /// They themselves.
    pub client: Person,
    /// Who works.
    pub freelancer_id: UserId,
    /// Their name.
    pub freelancer_name: String,
    /// They themselves.
    pub freelancer: Person,
    /// State.
    pub status: ContractStatus,
    /// The sum of all milestones.
    pub total: Money,
    /// The platform's fee in basis points, fixed when the contract was made.
    pub fee_basis_points: u32,
    /// The milestones, in order.
    pub milestones: Vec<Milestone>,
    /// Approved ÷ total.
    pub progress: Progress,
    /// When the bid was accepted.
    pub created_at: Timestamp,
}

/// One milestone: its work and its money are two states.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Milestone {
    /// Id.
    pub id: MilestoneId,
    /// The contract.
    pub contract_id: ContractId,
    /// Its place, from 1.
    pub number: u8,
    /// Title.
    pub title: String,
    /// Description and deliverables.
    pub description: String,
    /// What the client pays.
    pub amount: Money,
    /// The platform's part of what remains of it for the freelancer.
    pub fee: Money,
    /// What the freelancer gets of it.
    pub payout: Money,
    /// When it is due.
    pub due_date: Date,
    /// State of the work.
    pub status: WorkStatus,
    /// State of the money.
    pub payment: MilestonePayment,
    /// What the work is checked against.
    pub criteria: Vec<String>,
    /// What was submitted, oldest first.
    pub submissions: Vec<Submission>,
    /// What was asked for again, oldest first.
    pub revisions: Vec<Revision>,
    /// When it was approved.
    pub approved_at: Option<Timestamp>,
    /// Who must act, by when, and what silence does. A dispute has a clock of its own.
    pub clock: Option<Waiting>,
    /// The open dispute about its money. Until that is decided, nothing is handed in, approved or asked for again.
    pub dispute_id: Option<DisputeId>,
    /// What a dispute decided about its money.
    pub settlement: Option<Settlement>,
    /// What is left of the amount for the freelancer, before the fee, after what went back to the client.
    pub remaining: Money,
    /// What went back to the client because both agreed, oldest first.
    pub refunds: Vec<AgreedRefund>,
    /// What the client has asked to get back, oldest first. The last may wait for the freelancer's answer.
    pub refund_requests: Vec<RefundRequest>,
    /// What the client's bank wants back of it, or wanted last. Until that is decided, nothing moves.
    pub chargeback: Option<Chargeback>,
}

/// State of a milestone's money.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct MilestonePayment {
    /// The state.
    pub status: FundsStatus,
    /// When the money came to be held.
    pub funded_at: Option<Timestamp>,
    /// When it was sent to the freelancer.
    pub released_at: Option<Timestamp>,
    /// While checkout is open: the page, for the client alone.
    pub checkout_url: Option<String>,
}

/// Work handed in.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Submission {
    /// Id.
    pub id: SubmissionId,
    /// What the freelancer says about it.
    pub note: String,
    /// Files.
    pub files: Vec<FileRef>,
    /// When.
    pub submitted_at: Timestamp,
}

/// A request to change something.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Revision {
    /// Id.
    pub id: RevisionId,
    /// What should change.
    pub comment: String,
    /// The acceptance criteria that are not met.
    pub criteria: Vec<String>,
    /// When.
    pub requested_at: Timestamp,
}

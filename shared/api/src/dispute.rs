//! Disputes about held money.

use crate::{FileRef, Person};
use proconnect_domain::{
    Actor, ContractId, DecidedBy, DisputeId, DisputeStatus, EvidenceId, MilestoneId, Money, Outcome,
    OutcomeKind, TaskId, Timestamp, Waiting,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A dispute, whole, as its reader may know it.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Dispute {
    /// Id.
    pub id: DisputeId,
    /// The contract.
    pub contract_id: ContractId,
    /// The milestone whose money is frozen.
    pub milestone_id: MilestoneId,
    /// Its title.
    pub milestone_title: String,
    /// The task that the contract came of.
    pub task_id: TaskId,
    /// Its title.
    pub task_title: String,
    /// Who paid.
    pub client: Person,
    /// Who works.
    pub freelancer: Person,
    /// Who opened it.
    pub opened_by: Actor,
    /// What it is about, in a few words.
    pub reason: String,
    /// What whoever opened it says.
    pub statement: String,
    /// What they show.
    pub files: Vec<FileRef>,
    /// State.
    pub status: DisputeStatus,
    /// What is held, and frozen while it is open.
    pub held_amount: Money,
    /// The platform's fee on what goes to the freelancer, in basis points.
    pub fee_basis_points: u32,
    /// Which round of the split it is, from 1.
    pub round: u8,
    /// How many rounds there are at most.
    pub rounds: u8,
    /// Who must act, by when, and what silence does, said to the reader.
    pub clock: Option<Waiting>,
    /// What the reader has said in this round that they would accept. Nobody is ever told what the other has said.
    pub own_offer: Option<Money>,
    /// Whether the client has said in this round what they would accept.
    pub client_has_offered: bool,
    /// Whether the freelancer has.
    pub freelancer_has_offered: bool,
    /// What both sides have shown since, oldest first.
    pub evidence: Vec<Evidence>,
    /// What has happened besides, oldest first.
    pub steps: Vec<DisputeStep>,
    /// Who gets what, once that is decided.
    pub outcome: Option<DisputeOutcome>,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// When it was decided or taken back.
    pub closed_at: Option<Timestamp>,
}

/// A dispute in a list.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct DisputeCard {
    /// Id.
    pub id: DisputeId,
    /// The contract.
    pub contract_id: ContractId,
    /// The milestone.
    pub milestone_id: MilestoneId,
    /// Its title.
    pub milestone_title: String,
    /// The task.
    pub task_id: TaskId,
    /// Its title.
    pub task_title: String,
    /// Who paid.
    pub client: Person,
    /// Who works.
    pub freelancer: Person,
    /// Who opened it.
    pub opened_by: Actor,
    /// What it is about, in a few words.
    pub reason: String,
    /// State.
    pub status: DisputeStatus,
    /// What is held.
    pub held_amount: Money,
    /// Round of the split.
    pub round: u8,
    /// Who must act, by when, and what silence does.
    pub clock: Option<Waiting>,
    /// Who gets what, once that is decided.
    pub outcome: Option<Outcome>,
    /// When it was opened.
    pub opened_at: Timestamp,
}

/// Who gets what. The two parts add up to what was held.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct DisputeOutcome {
    /// Where the money goes.
    pub kind: OutcomeKind,
    /// The freelancer's part, before the fee.
    pub to_freelancer: Money,
    /// The client's part.
    pub to_client: Money,
    /// The platform's fee out of the freelancer's part.
    pub fee: Money,
    /// What the freelancer gets.
    pub payout: Money,
    /// Who decided.
    pub decided_by: DecidedBy,
    /// Why, in the words of the admin who ruled.
    pub reason: Option<String>,
}

/// What a side says and shows.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Evidence {
    /// Id.
    pub id: EvidenceId,
    /// Who.
    pub by: Actor,
    /// What they say.
    pub text: String,
    /// What they show.
    pub files: Vec<FileRef>,
    /// When.
    pub added_at: Timestamp,
}

/// Something that happened in a dispute.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct DisputeStep {
    /// What.
    pub kind: DisputeStepKind,
    /// Who did it; the platform where a clock or an admin did.
    pub by: Actor,
    /// In which round of the split.
    pub round: u8,
    /// When.
    pub at: Timestamp,
}

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DisputeStepKind {
    /// It was opened.
    Opened,
    /// The other side answered.
    Answered,
    /// A side has said what they would accept.
    Offered,
    /// Both had, and it did not meet.
    Missed,
    /// An admin was called.
    Escalated,
    /// It was decided.
    Resolved,
    /// It was taken back.
    Withdrawn,
}

/// What a dispute decided about a milestone's money.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Settlement {
    /// The dispute.
    pub dispute_id: DisputeId,
    /// The freelancer's part, before the fee.
    pub to_freelancer: Money,
    /// The client's part.
    pub to_client: Money,
    /// The platform's fee out of the freelancer's part.
    pub fee: Money,
    /// How far the client's part has come; null when there is none.
    pub refund: Option<RefundState>,
    /// When it was decided.
    pub decided_at: Timestamp,
}

/// How far a refund has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RefundState {
    /// On its way.
    OnTheWay,
    /// Back with the client's bank.
    Refunded,
    /// It could not be given back yet: an admin looks at it.
    Failed,
}

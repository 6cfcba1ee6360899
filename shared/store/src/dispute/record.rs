//! A dispute: one aggregate, one item, one version. Evidence stands beside it.

use crate::contract::{ContractRecord, MilestoneRecord, Party};
use crate::file::AttachedFile;
use proconnect_domain::{
    Actor, ContractId, DisputeFacts, DisputeId, DisputeStatus, EvidenceId, MAX_HOLD, MilestoneId, Money,
    Outcome, TaskId, Timestamp, UserId, Waiting,
};
use serde::{Deserialize, Serialize};

/// A dispute about the held money of one milestone.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DisputeRecord {
    /// Id.
    pub id: DisputeId,
    /// The milestone whose money is frozen.
    pub milestone_id: MilestoneId,
    /// Its title.
    pub milestone_title: String,
    /// The task that its contract came of.
    pub task_id: TaskId,
    /// Its title.
    pub task_title: String,
    /// Who paid.
    pub client: Party,
    /// Who works.
    pub freelancer: Party,
    /// Who opened it: one of the two.
    pub opened_by: Actor,
    /// What it is about, in a few words.
    pub reason: String,
    /// What whoever opened it says.
    pub statement: String,
    /// What they show.
    pub files: Vec<AttachedFile>,
    /// What is held.
    pub held: Money,
    /// The platform's fee on what goes to the freelancer.
    pub fee_basis_points: u32,
    /// State.
    pub status: DisputeStatus,
    /// Which round of the blind split it is, from 1.
    pub round: u8,
    /// When what it waits for began.
    pub since: Timestamp,
    /// When the longest hold of the money ends.
    pub hold_ends_at: Timestamp,
    /// The most that the client would let go, said in this round. Nobody else ever sees it, and it is forgotten with the round.
    pub client_most: Option<Money>,
    /// The least that the freelancer would take, said in this round. The same holds for it.
    pub freelancer_least: Option<Money>,
    /// How often the client has added to the evidence.
    pub client_evidence: u32,
    /// How often the freelancer has.
    pub freelancer_evidence: u32,
    /// What has happened, oldest first.
    pub steps: Vec<DisputeStep>,
    /// Who gets what, once that is decided.
    pub outcome: Option<Outcome>,
    /// Why, in the words of the admin who ruled.
    pub ruling: Option<String>,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// When it was decided or taken back.
    pub closed_at: Option<Timestamp>,
}

/// Something that happened in a dispute, apart from evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DisputeStep {
    /// What.
    pub kind: StepKind,
    /// Who did it; the platform where a clock did.
    pub by: Actor,
    /// In which round of the split.
    pub round: u8,
    /// When.
    pub at: Timestamp,
}

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepKind {
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

/// What a side shows and says in a dispute.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct EvidenceRecord {
    /// Id.
    pub id: EvidenceId,
    /// In which dispute.
    pub dispute_id: DisputeId,
    /// Who.
    pub user_id: UserId,
    /// On which side.
    pub by: Actor,
    /// What they say.
    pub text: String,
    /// What they show.
    pub files: Vec<AttachedFile>,
    /// When.
    pub added_at: Timestamp,
}

impl DisputeRecord {
    /// A new one about a milestone.
    pub fn open(
        id: DisputeId,
        (contract, milestone): (&ContractRecord, &MilestoneRecord),
        (opened_by, reason, statement): (Actor, String, String),
        files: Vec<AttachedFile>,
        now: Timestamp,
    ) -> Self {
        // Whoever did not answer a request for a refund has had their time: an admin decides at once.
        let at_once = milestone.is_unanswered() && opened_by == Actor::Client;
        let mut dispute = Self {
            id,
            milestone_id: milestone.id,
            milestone_title: milestone.title.clone(),
            task_id: contract.task_id,
            task_title: contract.task_title.clone(),
            client: contract.client.clone(),
            freelancer: contract.freelancer.clone(),
            opened_by,
            reason,
            statement,
            files,
            held: milestone.held(),
            fee_basis_points: contract.fee_basis_points,
            status: DisputeStatus::Opened,
            round: 1,
            since: now,
            hold_ends_at: milestone.funded_at.unwrap_or(now).plus(MAX_HOLD),
            client_most: None,
            freelancer_least: None,
            client_evidence: 0,
            freelancer_evidence: 0,
            steps: vec![DisputeStep {
                kind: StepKind::Opened,
                by: opened_by,
                round: 1,
                at: now,
            }],
            outcome: None,
            ruling: None,
            opened_at: now,
            closed_at: None,
        };
        if at_once {
            dispute.status = DisputeStatus::UnderReview;
            dispute.note(StepKind::Escalated, Actor::Platform, now);
        }
        dispute
    }

    /// The contract.
    pub fn contract_id(&self) -> ContractId {
        self.milestone_id.contract_id()
    }

    /// Which of the two somebody is.
    pub fn side_of(&self, user: UserId) -> Option<Actor> {
        match user {
            user if user == self.client.id => Some(Actor::Client),
            user if user == self.freelancer.id => Some(Actor::Freelancer),
            _ => None,
        }
    }

    fn facts_of_clock(&self) -> DisputeFacts {
        DisputeFacts {
            status: self.status,
            opened_by: self.opened_by,
            since: self.since,
            hold_ends_at: self.hold_ends_at,
            client_said: self.client_most.is_some(),
            freelancer_said: self.freelancer_least.is_some(),
            held: self.held,
        }
    }

    /// Who must act, by when, and what silence does, as everybody reads it.
    pub fn clock(&self) -> Option<Waiting> {
        self.facts_of_clock().clock()
    }

    /// The same, said to one of the two.
    pub fn clock_for(&self, reader: Actor) -> Option<Waiting> {
        self.facts_of_clock().clock_for(reader)
    }

    /// What a side has said in this round.
    pub fn offer_of(&self, side: Actor) -> Option<Money> {
        match side {
            Actor::Client => self.client_most,
            Actor::Freelancer => self.freelancer_least,
            Actor::Platform => None,
        }
    }

    pub(crate) fn note(&mut self, kind: StepKind, by: Actor, at: Timestamp) {
        self.steps.push(DisputeStep {
            kind,
            by,
            round: self.round,
            at,
        });
    }
}

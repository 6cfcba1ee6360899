//! What lists hold of a dispute. No list tells what anybody would accept.

use super::DisputeRecord;
use crate::contract::Party;
use crate::record::Card;
use proconnect_domain::{
    Actor, DisputeFacts, DisputeId, DisputeStatus, MilestoneId, Money, Outcome, TaskId, Timestamp, UserId,
    Waiting,
};
use serde::{Deserialize, Serialize};

/// A dispute in a list.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DisputeCard {
    /// Id.
    pub id: DisputeId,
    /// The milestone.
    pub milestone_id: MilestoneId,
    /// Its title.
    pub milestone_title: String,
    /// The task.
    pub task_id: TaskId,
    /// Its title.
    pub task_title: String,
    /// Who paid.
    pub client: Party,
    /// Who works.
    pub freelancer: Party,
    /// Who opened it.
    pub opened_by: Actor,
    /// What it is about.
    pub reason: String,
    /// What is held.
    pub held: Money,
    /// State.
    pub status: DisputeStatus,
    /// Round of the split.
    pub round: u8,
    /// When what it waits for began.
    pub since: Timestamp,
    /// When the longest hold of the money ends.
    pub hold_ends_at: Timestamp,
    /// Whether the client has said in this round what they would accept; not how much.
    pub client_said: bool,
    /// Whether the freelancer has.
    pub freelancer_said: bool,
    /// Who gets what, once that is decided.
    pub outcome: Option<Outcome>,
    /// When it was opened.
    pub opened_at: Timestamp,
}

impl Card for DisputeCard {
    type Of = DisputeRecord;
}

impl DisputeCard {
    pub(crate) fn of(dispute: &DisputeRecord) -> Self {
        Self {
            id: dispute.id,
            milestone_id: dispute.milestone_id,
            milestone_title: dispute.milestone_title.clone(),
            task_id: dispute.task_id,
            task_title: dispute.task_title.clone(),
            client: dispute.client.clone(),
            freelancer: dispute.freelancer.clone(),
            opened_by: dispute.opened_by,
            reason: dispute.reason.clone(),
            held: dispute.held,
            status: dispute.status,
            round: dispute.round,
            since: dispute.since,
            hold_ends_at: dispute.hold_ends_at,
            client_said: dispute.client_most.is_some(),
            freelancer_said: dispute.freelancer_least.is_some(),
            outcome: dispute.outcome,
            opened_at: dispute.opened_at,
        }
    }

    /// Its clock, said to whoever reads it.
    pub(crate) fn clock_for(&self, reader: UserId) -> Option<Waiting> {
        let side = match reader {
            user if user == self.client.id => Actor::Client,
            user if user == self.freelancer.id => Actor::Freelancer,
            _ => Actor::Platform,
        };
        let facts = DisputeFacts {
            status: self.status,
            opened_by: self.opened_by,
            since: self.since,
            hold_ends_at: self.hold_ends_at,
            client_said: self.client_said,
            freelancer_said: self.freelancer_said,
            held: self.held,
        };
        facts.clock_for(side)
    }
}

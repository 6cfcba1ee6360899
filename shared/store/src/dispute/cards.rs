//! What lists hold of a dispute. No list tells what anybody would accept.

use super::DisputeRecord;
use crate::contract::Party;
use crate::record::Card;
use proconnect_domain::{
    Actor, DisputeId, DisputeStatus, MilestoneId, Money, Outcome, TaskId, Timestamp, Waiting,
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
    /// Its clock, as everybody reads it.
    pub clock: Option<Waiting>,
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
            clock: dispute.clock(),
            outcome: dispute.outcome,
            opened_at: dispute.opened_at,
        }
    }
}

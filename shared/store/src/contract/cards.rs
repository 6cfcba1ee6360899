//! What lists hold of a contract.

use super::{ContractRecord, Party};
use crate::record::Card;
use proconnect_domain::{ContractId, ContractStatus, Money, Progress, TaskId, Timestamp, UserId, Waiting};
use serde::{Deserialize, Serialize};

/// A contract in a list.
#[derive(Debug, Clone, Serialize, Deserialize)]
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
    /// Their name, of the day when the bid was accepted.
    pub client_name: String,
    /// Who works.
    pub freelancer_id: UserId,
    /// Their name of that day.
    pub freelancer_name: String,
    /// State.
    pub status: ContractStatus,
    /// The sum of all milestones.
    pub total: Money,
    /// Approved ÷ total.
    pub progress: Progress,
    /// The clock that ends first, of the milestones, which a list does not hold.
    pub next_clock: Option<Waiting>,
    /// When the bid was accepted.
    pub created_at: Timestamp,
}

impl Card for ContractCard {
    type Of = ContractRecord;
}

impl ContractCard {
    pub(crate) fn of(contract: &ContractRecord) -> Self {
        let progress = contract.progress();
        let name = |party: &Party| party.name.clone();
        Self {
            id: contract.id,
            task_id: contract.task_id,
            task_title: contract.task_title.clone(),
            client_id: contract.client.id,
            client_name: name(&contract.client),
            freelancer_id: contract.freelancer.id,
            freelancer_name: name(&contract.freelancer),
            status: contract.status,
            total: progress.total_amount,
            progress,
            next_clock: contract.next_clock(),
            created_at: contract.created_at,
        }
    }
}

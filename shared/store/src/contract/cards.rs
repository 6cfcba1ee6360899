//! What lists hold of a contract.

use super::{ContractRecord, Party};
use crate::record::Card;
use proconnect_domain::{ContractId, ContractStatus, Money, Progress, TaskId, Timestamp, UserId, Waiting};
use serde::{Deserialize, Serialize};

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ContractCard {
    pub(crate) id: ContractId,
    pub(crate) task_id: TaskId,
    pub(crate) task_title: String,
    pub(crate) client_id: UserId,
    pub(crate) client_name: String,
    pub(crate) freelancer_id: UserId,
    pub(crate) freelancer_name: String,
    pub(crate) status: ContractStatus,
    pub(crate) total: Money,
    pub(crate) progress: Progress,
    /// Of the milestones, which a list does not hold.
    pub(crate) next_clock: Option<Waiting>,
    pub(crate) created_at: Timestamp,
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

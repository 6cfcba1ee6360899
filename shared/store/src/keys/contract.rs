//! Keys of contracts.

use super::{Key, Shards, key};
use proconnect_domain::{ContractId, MilestoneId, RevisionId, SubmissionId, UserId};

pub(crate) fn contract(id: ContractId) -> Key {
    key(format!("{CONTRACT}{id}"), CONTRACT_SORT)
}
/// The same, by the id as the index of what is due has it.
pub(crate) fn contract_due(id: &str) -> Key {
    key(format!("{CONTRACT}{id}"), CONTRACT_SORT)
}
/// Contracts in which money is stuck, in `gsi1`: too few to need shards.
pub(crate) const STUCK: &str = "STUCK";
pub(crate) const CONTRACT: &str = "CONTRACT#";
pub(crate) const CONTRACT_SORT: &str = "#CONTRACT";
pub(crate) fn submission(milestone: MilestoneId, id: SubmissionId) -> Key {
    key(
        format!("CONTRACT#{}", milestone.contract_id()),
        format!("{SUBMISSION}{id}"),
    )
}
pub(crate) const SUBMISSION: &str = "SUBMISSION#";
pub(crate) fn revision(milestone: MilestoneId, id: RevisionId) -> Key {
    key(
        format!("CONTRACT#{}", milestone.contract_id()),
        format!("{REVISION}{id}"),
    )
}
pub(crate) const REVISION: &str = "REVISION#";
pub(crate) fn contracts_of_client(client: UserId) -> String {
    format!("CLIENT#{client}#CONTRACTS")
}
pub(crate) fn contracts_of_freelancer(freelancer: UserId) -> String {
    format!("FREELANCER#{freelancer}#CONTRACTS")
}
pub(crate) const DUE_CONTRACTS: Shards = Shards::due("DUE#contracts");

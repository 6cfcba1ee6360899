//! How a contract, and what is handed in for it, stand in the table.

use super::cards::ContractCard;
use super::record::{ContractRecord, MilestoneRecord, RevisionRecord, SubmissionRecord};
use crate::StoreError;
use crate::keys::{self, Key};
use crate::personal::{Export, Personal};
use crate::record::{Card as _, Indexes, Record, word};
use crate::transitions::State;
use proconnect_domain::TypedId as _;

impl Record for ContractRecord {
    const TYPE: &'static str = "contract";
    const V: u32 = 2;
    const BEGINS: (&'static str, &'static str) = (keys::CONTRACT, keys::CONTRACT_SORT);
    const PERSONAL: Personal = Personal::Names {
        export: Export::Contracts,
        rest: "the contract, which is of two sides and in the books",
    };
    fn key(&self) -> Key {
        keys::contract(self.id)
    }
    fn indexes(&self) -> Result<Indexes, StoreError> {
        let id = self.id.to_string();
        let due = self
            .next_turn()
            .map(|at| (keys::DUE_CONTRACTS.of(self.id.ulid()), keys::due_sort(at, &id)));
        Ok(Indexes {
            gsi2: Some((keys::contracts_of_client(self.client.id), id.clone())),
            gsi3: Some((keys::contracts_of_freelancer(self.freelancer.id), id)),
            due,
            card: Some(ContractCard::of(self).attribute()?),
            ..Indexes::default()
        })
    }
    fn status(&self) -> Option<String> {
        word(&self.status)
    }
    fn states(&self) -> Vec<State> {
        let of = |milestone: &MilestoneRecord| [State::Work(milestone.work), State::Funds(milestone.funds)];
        let milestones = self.milestones.iter().flat_map(of);
        std::iter::once(State::Contract(self.status))
            .chain(milestones)
            .collect()
    }
}

impl Record for SubmissionRecord {
    const TYPE: &'static str = "submission";
    const V: u32 = 1;
    const BEGINS: (&'static str, &'static str) = (keys::CONTRACT, keys::SUBMISSION);
    const PERSONAL: Personal = Personal::KeptForTheBooks {
        export: Export::Contracts,
        reason: "what was handed in for the money, and belongs to both sides",
    };
    fn key(&self) -> Key {
        keys::submission(self.milestone_id, self.id)
    }
}

impl Record for RevisionRecord {
    const TYPE: &'static str = "revision";
    const V: u32 = 1;
    const BEGINS: (&'static str, &'static str) = (keys::CONTRACT, keys::REVISION);
    const PERSONAL: Personal = Personal::KeptForTheBooks {
        export: Export::Contracts,
        reason: "what was asked for again, and belongs to both sides",
    };
    fn key(&self) -> Key {
        keys::revision(self.milestone_id, self.id)
    }
}

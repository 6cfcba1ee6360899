//! How a contract, and what is handed in for it, stand in the table.

use super::cards::ContractCard;
use super::record::{ContractRecord, MilestoneRecord, RevisionRecord, SubmissionRecord};
use crate::StoreError;
use crate::keys::{self, Key};
use crate::personal::{Export, Personal};
use crate::record::{Card as _, Indexes, Record, word};
use crate::transitions::State;
use proconnect_domain::{MAX_REFUND_REQUESTS, RefundRequestStatus, TypedId as _};

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
        // What is stuck in it, admins find; mostly that is nothing.
        let stuck = (!self.stuck().is_empty()).then(|| (keys::STUCK.to_owned(), id.clone()));
        Ok(Indexes {
            gsi1: stuck,
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
        // Each has its place, whether it was made or not; a new one begins there as open.
        let requests = |milestone: &MilestoneRecord| {
            let status = |place: usize| milestone.refund_requests.get(place).map(|request| request.status);
            let states = (0..usize::from(MAX_REFUND_REQUESTS)).map(status);
            states
                .map(|status| State::Refund(status.unwrap_or(RefundRequestStatus::Open)))
                .collect::<Vec<_>>()
        };
        std::iter::once(State::Contract(self.status))
            .chain(milestones)
            .chain(self.milestones.iter().flat_map(requests))
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

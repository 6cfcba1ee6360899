//! Contracts.

use super::cards::ContractCard;
use crate::contract::{ContractRecord, RevisionRecord, SubmissionRecord};
use crate::items::{Item, text};
use crate::record::{Stored, read};
use crate::table::Query;
use crate::tx::Tx;
use crate::{Listed, Store, StoreError, keys};
use proconnect_domain::{ContractId, Timestamp, UserId};
use proconnect_events::Fact;

/// Contracts.
pub struct Contracts<'a>(&'a Store);

/// As which side somebody looks at their contracts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The one who pays.
    Client,
    /// The one who works.
    Freelancer,
}

/// A contract with what was handed in and asked for again, oldest first.
pub struct ContractDetail {
    /// The contract.
    pub contract: Stored<ContractRecord>,
    /// Submissions of all milestones.
    pub submissions: Vec<SubmissionRecord>,
    /// Revision requests of all milestones.
    pub revisions: Vec<RevisionRecord>,
}

impl Store {
    /// Contracts.
    pub fn contracts(&self) -> Contracts<'_> {
        Contracts(self)
    }
}

impl Contracts<'_> {
    /// A contract without its history, strongly consistent.
    pub async fn get(&self, id: ContractId) -> Result<Option<Stored<ContractRecord>>, StoreError> {
        self.0.get(keys::contract(id)).await
    }

    /// A contract with its history, in one call.
    pub async fn detail(&self, id: ContractId) -> Result<Option<ContractDetail>, StoreError> {
        let page = self.0.query(Query::partition(keys::contract(id).pk)).await?;
        let (mut contract, mut submissions, mut revisions) = (None, Vec::new(), Vec::new());
        for item in page.items {
            match Part::of(&item) {
                Part::Contract => contract = Some(Stored::read(item)?),
                Part::Submission => submissions.extend(read(item)),
                Part::Revision => revisions.extend(read(item)),
            }
        }
        Ok(contract.map(|contract| ContractDetail {
            contract,
            submissions,
            revisions,
        }))
    }

    /// Somebody's contracts, newest first.
    pub async fn of(
        &self,
        user: UserId,
        side: Side,
        limit: u32,
        cursor: Option<&str>,
    ) -> Result<Listed<ContractCard>, StoreError> {
        let (index, partition) = match side {
            Side::Client => (keys::GSI2, keys::contracts_of_client(user)),
            Side::Freelancer => (keys::GSI3, keys::contracts_of_freelancer(user)),
        };
        let query = Query {
            index: Some(index),
            newest_first: true,
            limit,
            cursor,
            ..Query::partition(partition)
        };
        self.0.cards(query).await
    }

    /// Writes a contract over the one that was read, with the facts that this makes true.
    pub async fn update(
        &self,
        contract: &Stored<ContractRecord>,
        facts: impl IntoIterator<Item = Fact>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let mut tx = Tx::new(self.0, now);
        tx.transition(contract, facts)?;
        tx.commit(self.0).await
    }
}

enum Part {
    Contract,
    Submission,
    Revision,
}

impl Part {
    fn of(item: &Item) -> Self {
        let sort = text(item, "sk");
        if sort.starts_with(keys::SUBMISSION) {
            Part::Submission
        } else if sort.starts_with(keys::REVISION) {
            Part::Revision
        } else {
            Part::Contract
        }
    }
}

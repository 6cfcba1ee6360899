//! Records of several aggregates, read in one call: what somebody is told of is made of them.

use crate::bid::BidRecord;
use crate::contract::{ContractRecord, RevisionRecord};
use crate::dispute::DisputeRecord;
use crate::file::FileRecord;
use crate::items::Item;
use crate::keys::{self, Key};
use crate::record::{Record, read};
use crate::task::TaskRecord;
use crate::user::UserRecord;
use crate::{Store, StoreError};
use proconnect_domain::{ContractId, DisputeId, FileId, MilestoneId, RevisionId, TaskId, UserId};

/// What is wanted.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// People.
    pub people: Vec<UserId>,
    /// A task.
    pub task: Option<TaskId>,
    /// Somebody's bid on a task.
    pub bid: Option<(TaskId, UserId)>,
    /// A contract.
    pub contract: Option<ContractId>,
    /// A revision request.
    pub revision: Option<(MilestoneId, RevisionId)>,
    /// A file.
    pub file: Option<FileId>,
    /// A dispute.
    pub dispute: Option<DisputeId>,
}

/// What was found of it.
#[derive(Debug, Default)]
pub struct Briefing {
    /// People.
    pub people: Vec<UserRecord>,
    /// The task.
    pub task: Option<TaskRecord>,
    /// The bid.
    pub bid: Option<BidRecord>,
    /// The contract.
    pub contract: Option<ContractRecord>,
    /// The revision request.
    pub revision: Option<RevisionRecord>,
    /// The file.
    pub file: Option<FileRecord>,
    /// The dispute.
    pub dispute: Option<DisputeRecord>,
}

/// Reads records of several aggregates.
pub struct Briefings<'a>(&'a Store);

impl Store {
    /// Records of several aggregates.
    pub fn briefings(&self) -> Briefings<'_> {
        Briefings(self)
    }
}

impl Wanted {
    fn keys(&self) -> Vec<Key> {
        let mut keys: Vec<Key> = self.people.iter().copied().map(keys::user).collect();
        keys.extend(self.task.map(keys::task));
        keys.extend(self.bid.map(|(task, freelancer)| keys::bid(task, freelancer)));
        keys.extend(self.contract.map(keys::contract));
        keys.extend(
            self.revision
                .map(|(milestone, revision)| keys::revision(milestone, revision)),
        );
        keys.extend(self.file.map(keys::file));
        keys.extend(self.dispute.map(keys::dispute));
        keys
    }
}

impl Briefings<'_> {
    /// What there is of what is wanted, in one call; in none if nothing is.
    pub async fn read(&self, wanted: &Wanted) -> Result<Briefing, StoreError> {
        let keys = wanted.keys();
        if keys.is_empty() {
            return Ok(Briefing::default());
        }
        let mut found = self.0.get_many(&keys).await?.into_iter();
        let people = found.by_ref().take(wanted.people.len()).flatten();
        Ok(Briefing {
            people: people.map(read).collect::<Result<_, _>>()?,
            task: next(&mut found, wanted.task.is_some())?,
            bid: next(&mut found, wanted.bid.is_some())?,
            contract: next(&mut found, wanted.contract.is_some())?,
            revision: next(&mut found, wanted.revision.is_some())?,
            file: next(&mut found, wanted.file.is_some())?,
            dispute: next(&mut found, wanted.dispute.is_some())?,
        })
    }
}

/// The next item, if it was asked for.
fn next<T: Record>(
    found: &mut impl Iterator<Item = Option<Item>>,
    asked: bool,
) -> Result<Option<T>, StoreError> {
    let item = if asked { found.next().flatten() } else { None };
    item.map(read).transpose()
}

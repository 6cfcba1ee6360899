//! Bids.

use crate::bid::BidRecord;
use crate::bid::cards::BidCard;
use crate::contract::ContractRecord;
use crate::cursor::{nothing_left_out, readable};
use crate::file::FileRecord;
use crate::file::{FoundFiles, file_keys, found_files, write_files};
use crate::items::{Item, text};
use crate::profile::ProfileRecord;
use crate::record::{Record, Stored};
use crate::refused::{CLIENT, FREELANCER};
use crate::table::Query;
use crate::task::TaskRecord;
use crate::transitions::State;
use crate::tx::Tx;
use crate::user::UserRecord;
use crate::{Listed, Remember, Store, StoreError, keys};
use proconnect_domain::{BidId, FileId, TaskId, TaskStatus, Timestamp, UserId};
use proconnect_events::Fact;

/// Bids.
pub struct Bids<'a>(&'a Store);

/// What a bid is made of.
pub struct Bidding {
    /// The task.
    pub task: Option<TaskRecord>,
    /// Who bids.
    pub bidder: Option<UserRecord>,
    /// Their profile, if it was asked for.
    pub profile: Option<ProfileRecord>,
    /// The files that they name.
    pub files: FoundFiles,
}

/// One page of the bids of a task.
pub struct TaskBids {
    /// The task; only on the first page.
    pub task: Option<TaskRecord>,
    /// The bids.
    pub bids: Vec<Stored<BidRecord>>,
    /// Where the next page begins.
    pub next_cursor: Option<String>,
    /// How many more bids there are on this page, which cannot be read.
    pub left_out: usize,
}

impl TaskBids {
    /// Whether nothing was left out: for those who must pass nothing over.
    pub fn whole(&self) -> Result<(), StoreError> {
        nothing_left_out(self.left_out)
    }
}

impl Store {
    /// Bids.
    pub fn bids(&self) -> Bids<'_> {
        Bids(self)
    }
}

impl Bids<'_> {
    /// The task to bid on, the person who bids, and the files that they name, in one call. Their profile only on demand:
    /// with a long portfolio it costs a dozen units.
    pub async fn bidding(
        &self,
        task: TaskId,
        bidder: UserId,
        with_profile: bool,
        files: &[FileId],
    ) -> Result<Bidding, StoreError> {
        let mut wanted = vec![keys::task(task), keys::user(bidder)];
        wanted.extend(with_profile.then(|| keys::profile(bidder)));
        wanted.extend(file_keys(files));
        let mut found = self.0.get_many(&wanted).await?.into_iter();
        let task = record(found.next().flatten())?;
        let bidder = record(found.next().flatten())?;
        let profile = match with_profile {
            true => record(found.next().flatten())?,
            false => None,
        };
        Ok(Bidding {
            task,
            bidder,
            profile,
            files: found_files(found)?,
        })
    }

    /// Makes a bid and counts it. `Condition("bid")` when the freelancer has bid already, `Condition("task")` when
    /// the task takes no more, or was changed since it was read.
    pub async fn create(
        &self,
        bid: &BidRecord,
        files: &[Stored<FileRecord>],
        remember: Option<Remember>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let mut tx = Tx::new(self.0, now);
        tx.remember(remember)?;
        tx.create(bid)?;
        write_files(&mut tx, files)?;
        tx.change(
            "task",
            TaskRecord::one_bid_more(bid.task_id, bid.task_version, now)?,
        )?;
        tx.tell(bid.submitted());
        tx.commit(self.0).await
    }

    /// A bid by its id. Read from an index; writes that follow are conditioned on the version.
    pub async fn get(&self, id: BidId) -> Result<Option<Stored<BidRecord>>, StoreError> {
        let query = Query {
            index: Some(keys::GSI1),
            limit: 1,
            ..Query::partition(keys::by_bid_id(id).0)
        };
        let page = self.0.query(query).await?;
        page.items.into_iter().next().map(Stored::read).transpose()
    }

    /// One page of a task's bids; the first page brings the task.
    pub async fn of_task(
        &self,
        task: TaskId,
        limit: u32,
        cursor: Option<&str>,
    ) -> Result<TaskBids, StoreError> {
        // The task itself is the partition's first item.
        let first = u32::from(cursor.is_none());
        let query = Query {
            limit: limit + first,
            cursor,
            ..Query::partition(keys::task(task).pk)
        };
        let page = self.0.query(query).await?;
        let (bids, others): (Vec<Item>, Vec<Item>) = page
            .items
            .into_iter()
            .partition(|item| text(item, "sk").starts_with(keys::BID));
        let task = others
            .into_iter()
            .next()
            .map(Stored::<TaskRecord>::read)
            .transpose()?;
        let all = bids.len();
        let bids = readable(bids, Stored::read);
        Ok(TaskBids {
            task: task.map(Stored::into_inner),
            left_out: all - bids.len(),
            bids,
            next_cursor: page.next_cursor,
        })
    }

    /// A freelancer's own bids, newest first.
    pub async fn of_freelancer(
        &self,
        freelancer: UserId,
        limit: u32,
        cursor: Option<&str>,
    ) -> Result<Listed<BidCard>, StoreError> {
        let query = Query {
            index: Some(keys::GSI3),
            newest_first: true,
            limit,
            cursor,
            ..Query::partition(keys::bids_of(freelancer))
        };
        self.0.cards(query).await
    }

    /// Writes a bid over the one that was read, with the facts that this makes true.
    pub async fn update(
        &self,
        bid: &Stored<BidRecord>,
        facts: impl IntoIterator<Item = Fact>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let mut tx = Tx::new(self.0, now);
        tx.transition(bid, facts)?;
        tx.commit(self.0).await
    }

    /// Accepts a bid: bid, task and contract change together; the other bids are closed because of the fact that this
    /// leaves. `Condition("task")` when the task is no longer open, `Condition("freelancer")` when the account of whoever bid is
    /// not in use.
    pub async fn accept(
        &self,
        bid: &Stored<BidRecord>,
        contract: &ContractRecord,
        remember: Option<Remember>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let mut tx = Tx::new(self.0, now);
        tx.remember(remember)?;
        tx.transition(bid, [bid.accepted(contract.id)])?;
        let change = TaskRecord::hired(bid, contract, now)?;
        tx.change_state("task", change, State::Task(TaskStatus::InProgress))?;
        tx.create(contract)?;
        tx.in_use(FREELANCER, keys::user(bid.freelancer.id))?;
        tx.change(CLIENT, UserRecord::one_hire_more(contract.client.id))?;
        tx.commit(self.0).await
    }
}

fn record<T: Record>(item: Option<Item>) -> Result<Option<T>, StoreError> {
    Ok(item.map(Stored::read).transpose()?.map(Stored::into_inner))
}

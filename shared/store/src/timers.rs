//! What falls due, and the steps that silence takes.

use crate::contract::ContractRecord;
use crate::contract::milestone_of;
use crate::record::Stored;
use crate::task::TaskRecord;
use crate::tx::Tx;
use crate::{Due, Store, StoreError, keys};
use proconnect_domain::{MilestoneId, TaskEvent, TaskId, Timestamp};

/// Timers.
pub struct Timers<'a>(&'a Store);

/// What can fall due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DueKind {
    /// Tasks at their deadline.
    Tasks,
    /// Contracts, at the clock of a milestone, or when a deadline of one comes near.
    Contracts,
    /// Files that were taken back, or hang on nothing.
    Files,
    /// Rooms in which somebody has not seen what was said.
    Rooms,
    /// Disputes, at their clocks.
    Disputes,
}

impl Store {
    /// Timers.
    pub fn timers(&self) -> Timers<'_> {
        Timers(self)
    }
}

impl Timers<'_> {
    /// What has fallen due by `now`, oldest first; of each shard at most `limit`.
    pub async fn due(&self, kind: DueKind, now: Timestamp, limit: u32) -> Result<Vec<Due>, StoreError> {
        let shards = match kind {
            DueKind::Tasks => keys::DUE_TASKS,
            DueKind::Contracts => keys::DUE_CONTRACTS,
            DueKind::Files => keys::DUE_FILES,
            DueKind::Rooms => keys::DUE_ROOMS,
            DueKind::Disputes => keys::DUE_DISPUTES,
        };
        self.0.due(shards, now, limit).await
    }

    /// Takes the turn of what fell due, which moves it behind; `false` when somebody else has taken it.
    pub async fn take_turn(&self, kind: DueKind, due: &Due, now: Timestamp) -> Result<bool, StoreError> {
        let key = match kind {
            DueKind::Tasks => keys::task_due(&due.id),
            DueKind::Contracts => keys::contract_due(&due.id),
            DueKind::Files => keys::file_due(&due.id),
            DueKind::Rooms => keys::room_due(&due.id),
            DueKind::Disputes => keys::dispute_due(&due.id),
        };
        self.0.take_turn(key, due, now).await
    }

    /// Reads a task.
    pub async fn task(&self, id: TaskId) -> Result<Option<Stored<TaskRecord>>, StoreError> {
        self.0.get(keys::task(id)).await
    }

    /// A task whose deadline passed expires; its open bids are closed because of it.
    pub async fn expire_task(&self, task: &mut Stored<TaskRecord>, now: Timestamp) -> Result<(), StoreError> {
        task.status = task.status.apply(TaskEvent::Expire)?;
        let mut tx = Tx::new(self.0, now);
        tx.transition(task, [task.expired()])?;
        tx.commit(self.0).await
    }

    /// Tells who must act of the deadlines that have come near, and notes that it was done: together, and so once each. Nobody is
    /// told of what is over by now. `Stale` when the contract has moved since it was read.
    pub async fn remind(
        &self,
        contract: &mut Stored<ContractRecord>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let facts = contract.look_at_deadlines(now);
        let mut tx = Tx::new(self.0, now);
        tx.transition(contract, facts)?;
        tx.commit(self.0).await
    }

    /// The longest hold has passed: a decision is due, which both sides are told once.
    pub async fn end_hold(
        &self,
        contract: &mut Stored<ContractRecord>,
        id: MilestoneId,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        milestone_of(contract, id)?.hold_ended = true;
        let mut tx = Tx::new(self.0, now);
        tx.transition(contract, [contract.hold_ended(id)])?;
        tx.commit(self.0).await
    }
}

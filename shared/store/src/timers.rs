//! What falls due, and the steps that silence takes.

use crate::contract::ContractRecord;
use crate::contract::milestone_of;
use crate::record::Stored;
use crate::table::{Query, Sort, text};
use crate::task::TaskRecord;
use crate::tx::Tx;
use crate::{Store, StoreError, keys};
use proconnect_domain::{MilestoneId, TaskEvent, TaskId, Timestamp};

/// Timers.
pub struct Timers<'a>(&'a Store);

/// What can fall due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DueKind {
    /// Tasks at their deadline.
    Tasks,
    /// Contracts, at the clock of a milestone.
    Contracts,
    /// Files that were taken back, or hang on nothing.
    Files,
}

/// Something that fell due: its id, to be read anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// The id.
    pub id: String,
}

impl Store {
    /// Timers.
    pub fn timers(&self) -> Timers<'_> {
        Timers(self)
    }
}

impl Timers<'_> {
    /// What has fallen due by `now`, oldest first.
    pub async fn due(&self, kind: DueKind, now: Timestamp, limit: u32) -> Result<Vec<Due>, StoreError> {
        let partition = match kind {
            DueKind::Tasks => keys::DUE_TASKS,
            DueKind::Contracts => keys::DUE_CONTRACTS,
            DueKind::Files => keys::DUE_FILES,
        };
        let query = Query {
            index: Some(keys::DUE),
            // "~" sorts behind every id, so everything of this very moment is in.
            sort: Sort::AtMost(keys::due_sort(now, "~")),
            limit,
            ..Query::partition(partition.to_owned())
        };
        let page = self.0.query(query).await?;
        let ids = page.items.iter().filter_map(|item| {
            text(item, "duesk")
                .split_once('#')
                .map(|(_, id)| Due { id: id.to_owned() })
        });
        Ok(ids.collect())
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

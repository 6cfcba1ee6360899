//! How a task stands in the table.

use super::cards::TaskCard;
use super::record::TaskRecord;
use crate::StoreError;
use crate::keys::{self, Key};
use crate::personal::{Export, Personal};
use crate::record::{Card as _, Indexes, Record, word};
use crate::transitions::State;
use proconnect_domain::TaskStatus;
use proconnect_domain::TypedId as _;

impl Record for TaskRecord {
    const TYPE: &'static str = "task";
    /// The second has the client's name alone: who they are is read from their account.
    const V: u32 = 2;
    const BEGINS: (&'static str, &'static str) = (keys::TASK, keys::TASK_SORT);
    const PERSONAL: Personal = Personal::Names {
        export: Export::Tasks,
        rest: "the task, since bids and a contract may have come of it",
    };
    fn key(&self) -> Key {
        keys::task(self.id)
    }
    fn indexes(&self) -> Result<Indexes, StoreError> {
        let open = self.status == TaskStatus::Open;
        let id = self.id.to_string();
        Ok(Indexes {
            gsi2: open.then(|| (keys::OPEN_TASKS.of(self.id.ulid()), id.clone())),
            gsi3: Some((keys::tasks_of(self.client_id), id.clone())),
            due: self.clock().map(|clock| {
                (
                    keys::DUE_TASKS.of(self.id.ulid()),
                    keys::due_sort(clock.due_at, &id),
                )
            }),
            card: Some(TaskCard::of(self).attribute()?),
            ..Indexes::default()
        })
    }
    fn status(&self) -> Option<String> {
        word(&self.status)
    }
    fn states(&self) -> Vec<State> {
        vec![State::Task(self.status)]
    }
}

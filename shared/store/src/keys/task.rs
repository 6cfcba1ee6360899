//! Keys of tasks.

use super::{Key, Shards, key};
use proconnect_domain::{TaskId, UserId};

pub(crate) fn task(id: TaskId) -> Key {
    key(format!("{TASK}{id}"), TASK_SORT)
}
/// The same, by the id as the index of what is due has it.
pub(crate) fn task_due(id: &str) -> Key {
    key(format!("{TASK}{id}"), TASK_SORT)
}
pub(crate) const TASK: &str = "TASK#";
pub(crate) const TASK_SORT: &str = "#TASK";
pub(crate) const OPEN_TASKS: Shards = Shards::list("TASKS#open");
/// Lists of one person: gsi2 as the one who hires, gsi3 as the one who is hired.
pub(crate) fn tasks_of(client: UserId) -> String {
    format!("CLIENT#{client}#TASKS")
}
/// By deadline: what the timers look at is also a list that people page through.
pub(crate) const DUE_TASKS: Shards = Shards::list("DUE#tasks");

//! Keys of tasks.

use super::{Key, key};
use proconnect_domain::{TaskId, UserId};

pub(crate) fn task(id: TaskId) -> Key {
    key(format!("TASK#{id}"), "#TASK")
}
pub(crate) const OPEN_TASKS: &str = "TASKS#open";
/// Lists of one person: gsi2 as the one who hires, gsi3 as the one who is hired.
pub(crate) fn tasks_of(client: UserId) -> String {
    format!("CLIENT#{client}#TASKS")
}
pub(crate) const DUE_TASKS: &str = "DUE#tasks";

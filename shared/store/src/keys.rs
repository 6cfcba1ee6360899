//! Every key string of the table stands here and in the modules below, one for each aggregate, and nowhere else.
//!
//! | index | keys | holds |
//! |---|---|---|
//! | table | `pk`, `sk` | everything |
//! | `gsi1` (all attributes) | `gsi1pk`, `gsi1sk` | one thing by another name: user by e-mail, bid by id |
//! | `gsi2`, `gsi3` (only `card`) | `gsi2pk`, `gsi2sk`, … | lists, newest first |
//! | `due` (only `card`) | `duepk`, `duesk` | what falls due, by time |

mod audit;
mod bid;
mod block;
mod connection;
mod contract;
mod dispute;
mod file;
mod notification;
mod payment;
mod profile;
mod report;
mod rewrite;
mod room;
mod task;
mod user;

use crate::shards::Shards;
pub(crate) use audit::*;
pub(crate) use bid::*;
pub(crate) use block::*;
pub(crate) use connection::*;
pub(crate) use contract::*;
pub(crate) use dispute::*;
pub(crate) use file::*;
pub(crate) use notification::*;
pub(crate) use payment::*;
use proconnect_domain::{OutboxId, Timestamp, UserId};
pub(crate) use profile::*;
pub(crate) use report::*;
pub(crate) use rewrite::*;
pub(crate) use room::*;
pub(crate) use task::*;
pub(crate) use user::*;

/// Primary key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Key {
    pub(crate) pk: String,
    pub(crate) sk: String,
}

/// A key.
pub(crate) fn key(pk: String, sk: impl Into<String>) -> Key {
    Key { pk, sk: sk.into() }
}

/// The key of an item that was read.
pub(crate) fn of(pk: String, sk: String) -> Key {
    key(pk, sk)
}

/// Where nothing ever is.
pub(crate) fn nothing() -> Key {
    key("NOTHING".to_owned(), "NOTHING")
}

pub(crate) fn rate(name: &str, who: &str) -> Key {
    key(format!("{RATE}{name}#{who}"), RATE_SORT)
}
pub(crate) const RATE_SORT: &str = "RATE";
pub(crate) const RATE: &str = "RATE#";

pub(crate) fn idempotency(user: UserId, name: &str) -> Key {
    key(format!("{IDEMPOTENCY}{user}#{name}"), IDEMPOTENCY_SORT)
}
pub(crate) const IDEMPOTENCY: &str = "IDEMPOTENCY#";
pub(crate) const IDEMPOTENCY_SORT: &str = "IDEMPOTENCY";

pub(crate) fn outbox(id: OutboxId) -> Key {
    key(format!("{OUTBOX}{id}"), OUTBOX_SORT)
}
/// The same, by the id as the index of what is due has it.
pub(crate) fn outbox_due(id: &str) -> Key {
    key(format!("{OUTBOX}{id}"), OUTBOX_SORT)
}
pub(crate) const OUTBOX_SORT: &str = "OUTBOX";

pub(crate) const OUTBOX: &str = "OUTBOX#";

/// A job that was done, so that a repeat can be seen.
pub(crate) fn done(id: OutboxId) -> Key {
    key(format!("{DONE}{id}"), DONE_SORT)
}
pub(crate) const DONE_SORT: &str = "DONE";
pub(crate) const DONE: &str = "DONE#";

/// How far the deadlines of a kind were looked through for those that are so many days off.
pub(crate) fn reminders(kind: &str, days: u8) -> Key {
    key(format!("{REMINDERS}{kind}#{days}"), REMINDERS_SORT)
}
pub(crate) const REMINDERS_SORT: &str = "REMINDERS";
pub(crate) const REMINDERS: &str = "REMINDERS#";

pub(crate) const GSI1: &str = "gsi1";
pub(crate) const GSI2: &str = "gsi2";
pub(crate) const GSI3: &str = "gsi3";
pub(crate) const DUE: &str = "due";

pub(crate) const DUE_OUTBOX: Shards = Shards::due("DUE#outbox");

/// Sorts by time first; the id makes it unique.
pub(crate) fn due_sort(at: Timestamp, id: &str) -> String {
    format!("{at}#{id}")
}

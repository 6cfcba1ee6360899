//! What a notice belongs to: the notification centre puts notices of one thing together, and a mail program their mails.

use crate::Line;
use proconnect_domain::{ContractId, FileId, RoomId, TaskId, ThingKind};
use serde::{Deserialize, Serialize};

/// A thing, and what it is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Thing {
    /// Which.
    pub what: What,
    /// What it is called, if anything.
    pub title: Option<Line>,
}

/// Which thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", content = "id", rename_all = "camelCase")]
pub enum What {
    /// A task.
    Task(TaskId),
    /// A contract.
    Contract(ContractId),
    /// A chat room.
    Room(RoomId),
    /// A file.
    File(FileId),
    /// One's own account.
    Account,
}

impl What {
    /// With its name, if that is known.
    pub fn called(self, title: Option<Line>) -> Thing {
        Thing { what: self, title }
    }

    /// Its kind.
    pub fn kind(self) -> ThingKind {
        match self {
            What::Task(_) => ThingKind::Task,
            What::Contract(_) => ThingKind::Contract,
            What::Room(_) => ThingKind::Room,
            What::File(_) => ThingKind::File,
            What::Account => ThingKind::Account,
        }
    }

    /// Its id; one's own account needs none.
    pub fn id(self) -> Option<String> {
        match self {
            What::Task(id) => Some(id.to_string()),
            What::Contract(id) => Some(id.to_string()),
            What::Room(id) => Some(id.to_string()),
            What::File(id) => Some(id.to_string()),
            What::Account => None,
        }
    }
}

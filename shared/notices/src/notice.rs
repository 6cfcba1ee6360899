//! What people are told.

use crate::{Category, Letter, Place, Template, Thing};
use proconnect_domain::{ContractId, FileId, NotificationId, UserId};
use proconnect_messaging::{Command, QueueName};
use serde::{Deserialize, Serialize};

/// Something that one person is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Notice {
    /// In words.
    Message(Message),
    /// By a frame over their open connections, for a page that shows what has changed. Who has none open misses nothing:
    /// a page asks when it opens.
    Live {
        /// Whom.
        to: UserId,
        /// Of what.
        live: Live,
    },
}

/// Words for one person: they belong in the notification centre, and may go out by mail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Message {
    /// Whom.
    pub to: UserId,
    /// What it is about.
    pub category: Category,
    /// Whether it is mailed too: it is critical, or they want mails about it.
    pub mail: bool,
    /// What it says.
    pub template: Template,
    /// Where it leads, if anywhere.
    pub place: Option<Place>,
    /// What it belongs to. Those of before say nothing of it.
    #[serde(default)]
    pub thing: Option<Thing>,
    /// The notice in the centre, once it is written: who has read it there needs no mail.
    #[serde(default)]
    pub notice: Option<NotificationId>,
}

/// It is mailed.
impl Command for Message {
    const KIND: &'static str = "mail-notice";
    const QUEUE: QueueName = QueueName::Email;
}

impl Message {
    /// The mail that says it.
    pub fn letter(&self) -> Letter<'_> {
        Letter::Notice(&self.template, self.place.as_ref(), self.thing.as_ref())
    }
}

/// What a frame speaks of; it is read when the frame is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", content = "id", rename_all = "camelCase")]
pub enum Live {
    /// A file was looked at.
    File(FileId),
    /// A contract has changed.
    Contract(ContractId),
}

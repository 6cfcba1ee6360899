//! What a queue carries.

use crate::{Command, QueueName};
use proconnect_domain::OutboxId;
use proconnect_events::{Actor, Cause, Event};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The version that is written. One that is read and is newer comes from a release after this one.
pub const VERSION: u16 = 1;

/// The kind of an envelope that holds an [`Event`].
const EVENT: &str = "event";

/// A command or an event on its way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Envelope {
    /// The version of this very shape.
    pub version: u16,
    /// Names the message for good: consumers use it to see repeats.
    pub id: OutboxId,
    /// What the body is: a command's [`Command::KIND`], or `event`.
    pub kind: String,
    /// Where it goes.
    pub queue: QueueName,
    /// FIFO queues: what must happen in order.
    pub group: Option<String>,
    /// FIFO queues: what SQS takes only once in five minutes.
    pub deduplication_id: Option<String>,
    /// What it follows from.
    pub cause: Cause,
    /// Who set it off.
    pub actor: Actor,
    /// What `kind` says, as JSON.
    pub body: Value,
}

/// A message, outbox record or event that this release does not understand: a newer one wrote it. It is kept, and
/// understood once that release is back.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{id} cannot be read: {reason}")]
pub struct Unreadable {
    /// Its id, as far as it could be made out.
    pub id: String,
    /// Why.
    pub reason: String,
}

impl Unreadable {
    /// Something with an id, and why it cannot be read.
    pub fn new(id: impl ToString, reason: impl ToString) -> Self {
        Self {
            id: id.to_string(),
            reason: reason.to_string(),
        }
    }
}

impl Envelope {
    /// As a queue takes it: JSON. The two letters of JSON that SQS refuses, U+FFFE and U+FFFF (`SendMessage`: it takes what XML
    /// takes), are written as escapes, or a title with one of them would never reach anybody.
    pub fn message(&self) -> Result<String, serde_json::Error> {
        let json = serde_json::to_string(self)?;
        Ok(json.replace('\u{FFFE}', "\\ufffe").replace('\u{FFFF}', "\\uffff"))
    }

    /// Wraps a command.
    pub fn new<C: Command>(
        id: OutboxId,
        command: &C,
        cause: Cause,
        actor: Actor,
    ) -> Result<Self, serde_json::Error> {
        let group = command.group();
        Ok(Self {
            version: VERSION,
            id,
            kind: C::KIND.to_owned(),
            queue: C::QUEUE,
            deduplication_id: group.is_some().then(|| id.to_string()),
            group,
            cause,
            actor,
            body: serde_json::to_value(command)?,
        })
    }

    /// Wraps an event for one of its consumers, whose queue is a standard one.
    pub(crate) fn of_event(id: OutboxId, queue: QueueName, event: &Event) -> Result<Self, serde_json::Error> {
        Ok(Self {
            version: VERSION,
            id,
            kind: EVENT.to_owned(),
            queue,
            group: None,
            deduplication_id: None,
            cause: event.cause.clone(),
            actor: event.actor,
            body: serde_json::to_value(event)?,
        })
    }

    /// Reads an envelope that a queue has carried.
    pub fn read(text: &str) -> Result<Self, Unreadable> {
        let value: Value = serde_json::from_str(text).map_err(|error| Unreadable::new("a message", error))?;
        let id = value["id"].as_str().unwrap_or("a message").to_owned();
        check_version(&id, &value)?;
        serde_json::from_value(value).map_err(|error| Unreadable::new(id, error))
    }
}

/// Refuses what a later release wrote.
pub(crate) fn check_version(id: &str, value: &Value) -> Result<(), Unreadable> {
    match value["version"].as_u64() {
        Some(version) if version <= u64::from(VERSION) => Ok(()),
        version => Err(Unreadable::new(id, format!("its version is {version:?}"))),
    }
}

/// What the body of an envelope can be read as: a command, an [`Event`], or one of several ([`crate::bodies`]).
pub trait Body: Sized {
    /// Whether bodies of this kind are of this type.
    fn is_of(kind: &str) -> bool;
    /// Reads a body of such a kind.
    fn parse(kind: &str, body: &Value) -> Result<Self, serde_json::Error>;

    /// Reads the body of an envelope.
    fn open(envelope: &Envelope) -> Result<Self, Unreadable> {
        let unreadable = |reason: String| Unreadable::new(envelope.id, reason);
        if !Self::is_of(&envelope.kind) {
            return Err(unreadable(format!("nothing here is called {}", envelope.kind)));
        }
        Self::parse(&envelope.kind, &envelope.body).map_err(|error| unreadable(error.to_string()))
    }
}

impl<C: Command> Body for C {
    fn is_of(kind: &str) -> bool {
        kind == C::KIND
    }
    fn parse(_: &str, body: &Value) -> Result<Self, serde_json::Error> {
        C::deserialize(body)
    }
}

impl Body for Event {
    fn is_of(kind: &str) -> bool {
        kind == EVENT
    }
    fn parse(_: &str, body: &Value) -> Result<Self, serde_json::Error> {
        Event::deserialize(body)
    }
}

/// An enum of everything that one consumer takes: `bodies! { pub enum Work { Release(ReleasePayment), … } }`.
#[macro_export]
macro_rules! bodies {
    ($(#[$meta:meta])* $visibility:vis enum $name:ident { $($(#[$doc:meta])* $variant:ident($body:ty),)+ }) => {
        $(#[$meta])*
        #[derive(Debug)]
        $visibility enum $name { $($(#[$doc])* $variant($body),)+ }

        impl $crate::Body for $name {
            fn is_of(kind: &str) -> bool {
                $(<$body as $crate::Body>::is_of(kind))||+
            }
            fn parse(
                kind: &str,
                body: &$crate::reexport::Value,
            ) -> Result<Self, $crate::reexport::Error> {
                $(if <$body as $crate::Body>::is_of(kind) {
                    return <$body as $crate::Body>::parse(kind, body).map(Self::$variant);
                })+
                Err(<$crate::reexport::Error as $crate::reexport::Custom>::custom("nothing here is called so"))
            }
        }
    };
}

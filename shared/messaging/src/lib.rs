//! Ports for mail, queues and open connections; commands, and what carries them and events from the outbox to a queue.
//!
//! Adapters for SQS and SES live in `shared/runtime`; nothing here does I/O.

#![warn(missing_docs)]

mod command;
mod envelope;
mod ports;
mod queue;
mod record;

pub use command::{
    AskBidders, CloseBids, CloseConnections, CloseReason, Command, DeleteFile, Ended, ErasePerson,
    ExpireTask, LookAtRoom, LookAtStripeEvent, MailDigest, MailSecret, RefundPart, ReleasePayment,
    ReturnPayment, RunClocks, RunDispute, SayFarewell,
};
pub use envelope::{Body, Envelope, Unreadable, VERSION};
pub use ports::{Delivery, Mail, Mailer, Push, Queue, SendError};
pub use queue::{LONGEST_GROUP, LONGEST_MESSAGE, QueueName, is_group};
pub use record::{Order, OutboxRecord, derived};

/// What macros need by an absolute path.
#[doc(hidden)]
pub mod reexport {
    pub use serde::de::Error as Custom;
    pub use serde_json::{Error, Value};
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;

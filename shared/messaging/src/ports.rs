//! What the product asks of a mail service and of a queue.

use crate::Envelope;

/// One mail, ready to send.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    /// The recipient's address.
    pub to: String,
    /// The subject line.
    pub subject: String,
    /// The plain text part.
    pub text: String,
    /// The HTML part.
    pub html: String,
}

/// A message could not be handed over; nothing was accepted, so it may be tried again.
#[derive(Debug, Clone, thiserror::Error)]
#[error("could not be sent: {0}")]
pub struct SendError(pub String);

/// A mail service.
#[async_trait::async_trait]
pub trait Mailer: Send + Sync {
    /// Hands a mail over. At least once: the caller keeps it until this answers `Ok`.
    async fn send(&self, mail: &Mail) -> Result<(), SendError>;
}

/// The queues.
#[async_trait::async_trait]
pub trait Queue: Send + Sync {
    /// Hands messages over, each to its envelope's queue; one result per envelope, in the same order.
    async fn send(&self, envelopes: &[Envelope]) -> Vec<Result<(), SendError>>;
}

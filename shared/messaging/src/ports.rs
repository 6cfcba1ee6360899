//! What the product asks of a mail service, of a queue, and of open WebSocket connections.

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
    /// What mail programs read besides: names and values of header fields, in ASCII.
    pub headers: Vec<(String, String)>,
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

/// What came of a frame that was sent to a connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivery {
    /// The gateway took it. Whether the browser saw it, only the browser can say.
    Taken,
    /// There is no such connection any more.
    Gone,
}

/// The open WebSocket connections, by the ids that the gateway gave them.
#[async_trait::async_trait]
pub trait Push: Send + Sync {
    /// Sends a text frame, of 32 KB at most (API Gateway's quota).
    async fn post(&self, connection: &str, frame: &str) -> Result<Delivery, SendError>;

    /// Closes a connection; idempotent.
    async fn close(&self, connection: &str) -> Result<(), SendError>;
}

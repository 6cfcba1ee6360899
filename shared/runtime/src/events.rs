//! What the consumers of queues and of the stream are handed.

use crate::HandlerError;
use proconnect_messaging::Envelope;
use serde::de::DeserializeOwned;

/// One message of a queue.
#[derive(Debug, Clone)]
pub struct Message {
    /// SQS's id of the message.
    pub id: String,
    /// The FIFO group, if any.
    pub group: Option<String>,
    /// The body.
    pub body: String,
}

impl Message {
    /// The envelope in the body and its job.
    pub fn job<T: DeserializeOwned>(&self) -> Result<(Envelope, T), HandlerError> {
        let envelope: Envelope = serde_json::from_str(&self.body)?;
        let job = serde_json::from_value(envelope.body.clone())?;
        Ok((envelope, job))
    }
}

/// New outbox records, each with its sequence number in the stream.
#[derive(Debug, Clone, Default)]
pub struct Records(pub Vec<(String, Envelope)>);

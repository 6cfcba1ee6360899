//! What the consumers of queues and of the stream are handed.

use proconnect_domain::OutboxId;
use proconnect_events::Cause;
use proconnect_messaging::{Body, Envelope, OutboxRecord, Unreadable};
use serde_json::Value;

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
    /// What it follows from: what its envelope says; the event itself, if it came from the event bus without one.
    pub(crate) fn cause(&self) -> Cause {
        let body: Value = serde_json::from_str(&self.body).unwrap_or_default();
        let named = body["cause"].as_str().or_else(|| body["id"].as_str());
        Cause::new(named.unwrap_or(&self.id))
    }
}

/// What a consumer's handler takes.
pub trait FromMessage: Sized {
    /// Reads it. A message that cannot be read goes to the dead-letter queue, where it is kept.
    fn from_message(message: Message) -> Result<Self, Unreadable>;
    /// The kinds of envelopes that it can be read from; none for what has no envelope.
    fn kinds() -> Vec<&'static str>;
}

/// The message as it came: for what others than this product put into a queue.
impl FromMessage for Message {
    fn from_message(message: Message) -> Result<Self, Unreadable> {
        Ok(message)
    }
    fn kinds() -> Vec<&'static str> {
        Vec::new()
    }
}

/// A command, an event, or one of several, and what names the message for good.
#[derive(Debug)]
pub struct Work<B> {
    /// The same each time that it is delivered, or sent.
    pub id: OutboxId,
    /// What is to be done.
    pub body: B,
}

impl<B: Body> FromMessage for Work<B> {
    fn from_message(message: Message) -> Result<Self, Unreadable> {
        let envelope = Envelope::read(&message.body)?;
        Ok(Self {
            id: envelope.id,
            body: B::open(&envelope)?,
        })
    }
    fn kinds() -> Vec<&'static str> {
        B::kinds()
    }
}

/// Says that something was not understood and is kept. An alarm counts these lines.
pub fn report_unreadable(unreadable: &Unreadable) {
    let (id, reason) = (&unreadable.id, &unreadable.reason);
    tracing::error!(needs_person = true, id, reason, "cannot be read, so it is kept");
}

/// New outbox records, each with its sequence number in the stream.
#[derive(Debug, Clone, Default)]
pub struct Records(pub Vec<(String, OutboxRecord)>);

#[cfg(test)]
mod tests {
    use super::*;

    fn cause(body: &str) -> String {
        let message = Message {
            id: "message-1".to_owned(),
            group: None,
            body: body.to_owned(),
        };
        message.cause().to_string()
    }

    #[test]
    fn every_message_follows_from_something() {
        assert_eq!(cause(r#"{"id": "out_1", "cause": "req-1"}"#), "req-1");
        assert_eq!(
            cause(r#"{"id": "bus-1", "detail-type": "Object Created"}"#),
            "bus-1"
        );
        assert_eq!(cause("not JSON"), "message-1");
    }
}

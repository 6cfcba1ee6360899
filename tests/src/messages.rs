//! Events as SQS and the table's stream hand them over, around what the product put there.

use proconnect_domain::OutboxId;
use proconnect_events::{Actor, Cause};
use proconnect_messaging::{Command, Envelope};
use serde_json::{Value, json};

/// An envelope around a command, as the outbox would send it.
pub fn envelope(id: &str, command: &impl Command) -> Value {
    let id: OutboxId = id.parse().unwrap();
    let envelope = Envelope::new(id, command, Cause::new("a-test"), Actor::Platform);
    serde_json::to_value(envelope.unwrap()).unwrap()
}

/// SQS's event with these messages, numbered from 1.
pub fn sqs(bodies: &[Value]) -> Value {
    let message = |(place, body): (usize, &Value)| json!({"messageId": (place + 1).to_string(), "body": body.to_string(), "attributes": {}, "messageAttributes": {}});
    json!({"Records": bodies.iter().enumerate().map(message).collect::<Vec<_>>()})
}

//! Events as SQS and the table's stream hand them over, around what the product put there.

use proconnect_domain::{OutboxId, Timestamp};
use proconnect_events::{Actor, Cause, Fact};
use proconnect_messaging::{Command, Envelope, OutboxRecord, QueueName};
use serde_json::{Value, json};

/// An envelope around a command, as the outbox would send it.
pub fn envelope(id: &str, command: &impl Command) -> Value {
    let id: OutboxId = id.parse().unwrap();
    let envelope = Envelope::new(id, command, Cause::new("a-test"), Actor::Platform);
    serde_json::to_value(envelope.unwrap()).unwrap()
}

/// An envelope around a fact, as whoever tells people gets it: the same each time.
pub fn told(id: &str, at: Timestamp, fact: Fact) -> Value {
    let origin = (Cause::new("a-test"), Actor::Platform);
    let record = OutboxRecord::new(id.parse().unwrap(), at, origin, vec![fact], Vec::new());
    let envelopes = record.expect("somebody hears of it").envelopes().unwrap();
    let mut envelopes = envelopes.into_iter();
    let to_people = envelopes.find(|envelope| envelope.queue == QueueName::Notifications);
    serde_json::to_value(to_people.expect("people are told of it")).unwrap()
}

/// SQS's event with these messages, numbered from 1.
pub fn sqs(bodies: &[Value]) -> Value {
    let message = |(place, body): (usize, &Value)| json!({"messageId": (place + 1).to_string(), "body": body.to_string(), "attributes": {}, "messageAttributes": {}});
    json!({"Records": bodies.iter().enumerate().map(message).collect::<Vec<_>>()})
}

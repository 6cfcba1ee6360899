//! Queues with SQS's semantics: at least once, a visibility timeout, groups in order, redrive to a dead-letter queue.

use crate::Error;
use crate::sqlite::Sqlite;
use crate::template::QueueSpec;
use proconnect_messaging::{Envelope, LONGEST_MESSAGE, Queue, SendError, is_group};
use proconnect_runtime::Clock;
use rusqlite::params;
use std::sync::Arc;

/// SQS drops a repeat of a deduplication id for five minutes.
const DEDUPLICATION: i64 = 5 * 60 * 1000;

/// A received message.
#[derive(Debug, Clone)]
pub(crate) struct Received {
    pub(crate) sequence: i64,
    pub(crate) body: String,
    pub(crate) group: Option<String>,
    pub(crate) receives: u32,
    pub(crate) sent: i64,
}

/// All queues.
pub(crate) struct LocalQueue {
    state: Sqlite,
    specs: Vec<QueueSpec>,
    clock: Arc<dyn Clock>,
}

impl LocalQueue {
    pub(crate) fn new(state: Sqlite, specs: Vec<QueueSpec>, clock: Arc<dyn Clock>) -> Self {
        Self { state, specs, clock }
    }

    pub(crate) fn spec(&self, queue: &str) -> Option<&QueueSpec> {
        self.specs.iter().find(|spec| spec.id == queue)
    }

    fn now(&self) -> i64 {
        self.clock.now().as_millis()
    }

    fn put(&self, envelope: &Envelope) -> Result<(), Error> {
        let queue = envelope.queue.logical_id();
        let spec = self
            .spec(queue)
            .ok_or_else(|| format!("the template has no {queue}"))?;
        check_fifo(spec.fifo, envelope)?;
        let (now, body) = (self.now(), envelope.message()?);
        check_body(&body)?;
        self.state.transaction(|tx| {
            if let Some(id) = &envelope.deduplication_id {
                tx.execute(
                    "DELETE FROM deduplications WHERE sent <= ?1",
                    [now - DEDUPLICATION],
                )?;
                let sql = "INSERT OR IGNORE INTO deduplications (queue, id, sent) VALUES (?1, ?2, ?3)";
                if tx.execute(sql, params![queue, id, now])? == 0 {
                    return Ok(());
                }
            }
            tx.execute(
                "INSERT INTO messages (queue, body, message_group, deduplication, sent, visible)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?5)",
                params![queue, body, envelope.group, envelope.deduplication_id, now],
            )?;
            Ok(())
        })
    }

    /// Takes a message that the event bus sends.
    pub(crate) fn put_event(&self, queue: &str, event: &serde_json::Value) -> Result<(), Error> {
        let (now, body) = (self.now(), event.to_string());
        check_body(&body)?;
        let sql = "INSERT INTO messages (queue, body, sent, visible) VALUES (?1, ?2, ?3, ?3)";
        self.state
            .transaction(|tx| tx.execute(sql, params![queue, body, now]))?;
        Ok(())
    }

    /// Receives up to `limit` messages and hides them. Of a group only what comes before anything hidden is given
    /// out. What was received too often goes to the dead-letter queue instead.
    pub(crate) fn receive(&self, spec: &QueueSpec, limit: usize) -> Result<Vec<Received>, Error> {
        let now = self.now();
        let hidden_until = now + i64::try_from(spec.visibility.as_millis())?;
        self.state.transaction(|tx| {
            if let Some((dead_letters, most)) = &spec.redrive {
                let sql = "UPDATE messages SET queue = ?1, receives = 0, visible = ?2
                           WHERE queue = ?3 AND receives >= ?4 AND visible <= ?2";
                tx.execute(sql, params![dead_letters, now, spec.id, most])?;
            }
            let mut statement = tx.prepare(
                "SELECT sequence, body, message_group, receives, sent FROM messages AS message
                 WHERE queue = ?1 AND visible <= ?2 AND NOT EXISTS (
                    SELECT 1 FROM messages AS earlier WHERE earlier.queue = ?1 AND earlier.visible > ?2
                    AND earlier.message_group = message.message_group AND earlier.sequence < message.sequence)
                 ORDER BY sequence LIMIT ?3",
            )?;
            let rows =
                statement.query_map(params![spec.id, now, i64::try_from(limit).unwrap_or(10)], |row| {
                    Ok(Received {
                        sequence: row.get(0)?,
                        body: row.get(1)?,
                        group: row.get(2)?,
                        receives: row.get::<_, u32>(3)? + 1,
                        sent: row.get(4)?,
                    })
                })?;
            let received = rows.collect::<rusqlite::Result<Vec<_>>>()?;
            for message in &received {
                tx.execute(
                    "UPDATE messages SET visible = ?2, receives = receives + 1 WHERE sequence = ?1",
                    params![message.sequence, hidden_until],
                )?;
            }
            Ok(received)
        })
    }

    /// Deletes what was done.
    pub(crate) fn delete(&self, sequence: i64) -> Result<(), Error> {
        self.state
            .transaction(|tx| tx.execute("DELETE FROM messages WHERE sequence = ?1", [sequence]))?;
        Ok(())
    }

    /// How many messages each queue holds: those to be had now, and all.
    pub(crate) fn depths(&self) -> Result<Vec<(String, u32, u32)>, Error> {
        let now = self.now();
        let depth = |spec: &QueueSpec| {
            self.state.transaction(|tx| {
                let sql = "SELECT coalesce(sum(visible <= ?2), 0), count(*) FROM messages WHERE queue = ?1";
                tx.query_row(sql, params![spec.id, now], |row| {
                    Ok((spec.id.clone(), row.get(0)?, row.get(1)?))
                })
            })
        };
        self.specs.iter().map(depth).collect()
    }

    /// What was hidden by a process that died is there again at once: nobody else can be working on it.
    pub(crate) fn release_all(&self) -> Result<(), Error> {
        let now = self.now();
        self.state
            .transaction(|tx| tx.execute("UPDATE messages SET visible = ?1 WHERE visible > ?1", [now]))?;
        Ok(())
    }
}

/// SQS takes messages of 1 byte to 1 MiB, of the letters that XML takes (API reference, `SendMessage`).
fn check_body(body: &str) -> Result<(), Error> {
    let taken = |letter: char| matches!(letter, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..);
    if !(1..=LONGEST_MESSAGE).contains(&body.len()) {
        return Err(format!("a message of {} bytes", body.len()).into());
    }
    if !body.chars().all(taken) {
        return Err("a message with letters that SQS does not take".into());
    }
    Ok(())
}

/// SQS takes into a FIFO queue only what has a group and a deduplication id of 1 to 128 letters, digits and punctuation of
/// ASCII (API reference, `SendMessage`), and into others neither.
fn check_fifo(fifo: bool, envelope: &Envelope) -> Result<(), Error> {
    let is_good =
        |id: &Option<String>| id.as_ref().is_some_and(|id| is_group(id)) == fifo && id.is_some() == fifo;
    if is_good(&envelope.group) && is_good(&envelope.deduplication_id) {
        return Ok(());
    }
    Err(format!(
        "{:?} is no group, or {:?} no deduplication id, of {}",
        envelope.group, envelope.deduplication_id, envelope.id
    )
    .into())
}

#[async_trait::async_trait]
impl Queue for LocalQueue {
    async fn send(&self, envelopes: &[Envelope]) -> Vec<Result<(), SendError>> {
        envelopes
            .iter()
            .map(|envelope| self.put(envelope).map_err(|error| SendError(error.to_string())))
            .collect()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use serde_json::json;

    fn envelope(group: Option<&str>) -> Envelope {
        let id = "out_01ARZ3NDEKTSV4RRFFQ69G5FAV";
        let envelope = json!({
            "version": 1, "id": id, "kind": "x", "queue": "payments", "group": group, "deduplicationId": id,
            "cause": "a-test", "actor": {"kind": "platform"}, "body": {},
        });
        serde_json::from_value(envelope).unwrap()
    }

    #[test]
    fn a_group_is_refused_as_sqs_refuses_it() {
        let takes = |group: Option<&str>| check_fifo(true, &envelope(group)).is_ok();
        assert!(takes(Some("pi_1")) && takes(Some(&"x".repeat(128))));
        assert!(!takes(None) && !takes(Some("")) && !takes(Some(&"x".repeat(129))));
        assert!(!takes(Some("a b")) && !takes(Some("é")) && takes(Some("!~")));
        assert!(check_fifo(false, &envelope(Some("pi_1"))).is_err());
    }

    #[test]
    fn a_message_is_refused_as_sqs_refuses_it() {
        assert!(check_body("x").is_ok() && check_body(&"x".repeat(1024 * 1024)).is_ok());
        assert!(check_body("").is_err() && check_body(&"x".repeat(1024 * 1024 + 1)).is_err());
        assert!(check_body("é\u{1F680}\t\n\r").is_ok());
        for letter in ['\u{0}', '\u{8}', '\u{B}', '\u{1F}', '\u{FFFE}', '\u{FFFF}'] {
            assert!(check_body(&letter.to_string()).is_err(), "{letter:?}");
        }
    }
}

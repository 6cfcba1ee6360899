//! Queues with SQS's semantics: at least once, a visibility timeout, groups in order, redrive to a dead-letter queue.

use crate::Error;
use crate::sqlite::Sqlite;
use crate::template::QueueSpec;
use proconnect_messaging::{Envelope, LONGEST_MESSAGE, Queue, SendError, is_group};
use proconnect_runtime::Clock;
use rusqlite::{Transaction, params};
use std::collections::HashMap;
use std::sync::{Arc, Mutex};

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
    /// From when on a queue may have something to give out, by its name; a queue that is not named was not asked yet. Who asks
    /// earlier is answered without a look at the file. Changed only while the file is held, so that nobody hears of a message
    /// before it is there, or not at all.
    from: Mutex<HashMap<String, i64>>,
}

impl LocalQueue {
    pub(crate) fn new(state: Sqlite, specs: Vec<QueueSpec>, clock: Arc<dyn Clock>) -> Self {
        Self {
            state,
            specs,
            clock,
            from: Mutex::default(),
        }
    }

    pub(crate) fn spec(&self, queue: &str) -> Option<&QueueSpec> {
        self.specs.iter().find(|spec| spec.id == queue)
    }

    fn now(&self) -> i64 {
        self.clock.now().as_millis()
    }

    /// Whether a queue may have something to give out.
    fn may_have(&self, queue: &str, now: i64) -> bool {
        let from = self.from.lock().ok();
        let from = from.and_then(|from| from.get(queue).copied());
        from.is_none_or(|from| from <= now)
    }

    /// Has a queue asked from some time on.
    fn ask_from(&self, queue: &str, time: i64) {
        if let Ok(mut from) = self.from.lock() {
            from.insert(queue.to_owned(), time);
        }
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
                tx.prepare_cached("DELETE FROM deduplications WHERE sent <= ?1")?
                    .execute([now - DEDUPLICATION])?;
                let sql = "INSERT OR IGNORE INTO deduplications (queue, id, sent) VALUES (?1, ?2, ?3)";
                if tx.prepare_cached(sql)?.execute(params![queue, id, now])? == 0 {
                    return Ok(());
                }
            }
            tx.prepare_cached(
                "INSERT INTO messages (queue, body, message_group, deduplication, sent, visible)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?5)",
            )?
            .execute(params![
                queue,
                body,
                envelope.group,
                envelope.deduplication_id,
                now
            ])?;
            self.ask_from(queue, now);
            Ok(())
        })
    }

    /// Takes a message that the event bus sends.
    pub(crate) fn put_event(&self, queue: &str, event: &serde_json::Value) -> Result<(), Error> {
        let (now, body) = (self.now(), event.to_string());
        check_body(&body)?;
        self.state.transaction(|tx| {
            let sql = "INSERT INTO messages (queue, body, sent, visible) VALUES (?1, ?2, ?3, ?3)";
            tx.prepare_cached(sql)?.execute(params![queue, body, now])?;
            self.ask_from(queue, now);
            Ok(())
        })
    }

    /// Receives up to `limit` messages and hides them. Of a group only what comes before anything hidden is given
    /// out. What was received too often goes to the dead-letter queue instead.
    pub(crate) fn receive(&self, spec: &QueueSpec, limit: usize) -> Result<Vec<Received>, Error> {
        let now = self.now();
        if !self.may_have(&spec.id, now) {
            return Ok(Vec::new());
        }
        let hidden_until = now + i64::try_from(spec.visibility.as_millis())?;
        let received = self.state.transaction(|tx| {
            self.redrive(tx, spec, now)?;
            let received = visible(tx, &spec.id, now, i64::try_from(limit).unwrap_or(10))?;
            let sql = "UPDATE messages SET visible = ?2, receives = receives + 1 WHERE sequence = ?1";
            let mut hide = tx.prepare_cached(sql)?;
            for message in &received {
                hide.execute([message.sequence, hidden_until])?;
            }
            if received.is_empty() {
                self.ask_from(&spec.id, next_visible(tx, &spec.id, now)?);
            }
            Ok(received)
        });
        if received.is_err() {
            self.ask_from(&spec.id, now);
        }
        received
    }

    /// Moves what was received too often to the dead-letter queue.
    fn redrive(&self, tx: &Transaction<'_>, spec: &QueueSpec, now: i64) -> rusqlite::Result<()> {
        let Some((dead_letters, most)) = &spec.redrive else {
            return Ok(());
        };
        // That it was received at all is said for the index.
        let sql = "UPDATE messages SET queue = ?1, receives = 0, visible = ?2
                   WHERE queue = ?3 AND receives >= ?4 AND receives > 0 AND visible <= ?2";
        let moved = tx
            .prepare_cached(sql)?
            .execute(params![dead_letters, now, spec.id, most])?;
        if moved > 0 {
            self.ask_from(dead_letters, now);
        }
        Ok(())
    }

    /// Deletes what was done. What stood behind it in its group may be given out now.
    pub(crate) fn delete(&self, spec: &QueueSpec, done: impl IntoIterator<Item = i64>) -> Result<(), Error> {
        let now = self.now();
        self.state.transaction(|tx| {
            let mut delete = tx.prepare_cached("DELETE FROM messages WHERE sequence = ?1")?;
            for sequence in done {
                delete.execute([sequence])?;
            }
            self.ask_from(&spec.id, now);
            Ok(())
        })
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
        if let Ok(mut from) = self.from.lock() {
            from.clear();
        }
        Ok(())
    }
}

/// The messages of a queue that can be had now, the oldest first.
fn visible(tx: &Transaction<'_>, queue: &str, now: i64, limit: i64) -> rusqlite::Result<Vec<Received>> {
    let mut statement = tx.prepare_cached(
        "SELECT sequence, body, message_group, receives, sent FROM messages AS message
         WHERE queue = ?1 AND visible <= ?2 AND (message_group IS NULL OR NOT EXISTS (
            SELECT 1 FROM messages AS earlier WHERE earlier.queue = ?1 AND earlier.visible > ?2
            AND earlier.message_group = message.message_group AND earlier.sequence < message.sequence))
         ORDER BY sequence LIMIT ?3",
    )?;
    let rows = statement.query_map(params![queue, now, limit], |row| {
        Ok(Received {
            sequence: row.get(0)?,
            body: row.get(1)?,
            group: row.get(2)?,
            receives: row.get::<_, u32>(3)? + 1,
            sent: row.get(4)?,
        })
    })?;
    rows.collect()
}

/// When the next hidden message of a queue is to be had; never, if none is hidden.
fn next_visible(tx: &Transaction<'_>, queue: &str, now: i64) -> rusqlite::Result<i64> {
    let sql = "SELECT min(visible) FROM messages WHERE queue = ?1 AND visible > ?2";
    let next: Option<i64> = tx
        .prepare_cached(sql)?
        .query_row(params![queue, now], |row| row.get(0))?;
    Ok(next.unwrap_or(i64::MAX))
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
mod tests;

//! The state: Stripe's objects as JSON, events to deliver, and answers kept under idempotency keys.

use crate::error::StripeError;
use rusqlite::{Connection, OptionalExtension, Transaction, params};
use serde_json::{Value, json};
use std::path::Path;

const SCHEMA: &str = "
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    CREATE TABLE IF NOT EXISTS objects (
        sequence INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT UNIQUE NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL);
    CREATE INDEX IF NOT EXISTS objects_kind ON objects (kind, sequence);
    DROP TABLE IF EXISTS answers;
    CREATE TABLE IF NOT EXISTS kept_answers (
        key TEXT PRIMARY KEY, request TEXT NOT NULL, status INTEGER NOT NULL, body TEXT NOT NULL, kept INTEGER NOT NULL);
    CREATE TABLE IF NOT EXISTS deliveries (
        sequence INTEGER PRIMARY KEY AUTOINCREMENT, event TEXT NOT NULL, due INTEGER NOT NULL,
        attempts INTEGER NOT NULL DEFAULT 0, delivered INTEGER NOT NULL DEFAULT 0);
";

/// docs.stripe.com/api/idempotent_requests: keys can be removed once they are at least 24 hours old. Here they are.
const KEY_LIFE: i64 = 24 * 3600;

pub(crate) struct Db(Connection);

/// One transaction, with the time and the address that objects are made with.
pub(crate) struct Tx<'a> {
    sql: Transaction<'a>,
    pub(crate) now: i64,
    pub(crate) public_url: &'a str,
}

impl Db {
    pub(crate) fn open(path: Option<&Path>) -> rusqlite::Result<Self> {
        let connection = match path {
            Some(path) => Connection::open(path)?,
            None => Connection::open_in_memory()?,
        };
        connection.execute_batch(SCHEMA)?;
        // What was being retried when the process died is tried again at once.
        connection.execute("UPDATE deliveries SET due = 0 WHERE delivered = 0", [])?;
        Ok(Self(connection))
    }

    /// Writes a copy to a file that does not exist yet.
    pub(crate) fn copy_to(&self, path: &str) -> rusqlite::Result<()> {
        self.0.execute("VACUUM INTO ?1", [path]).map(|_| ())
    }

    pub(crate) fn transaction<T>(
        &mut self,
        now: i64,
        public_url: &str,
        work: impl FnOnce(&Tx<'_>) -> Result<T, StripeError>,
    ) -> Result<T, StripeError> {
        let tx = Tx {
            sql: self.0.transaction()?,
            now,
            public_url,
        };
        let result = work(&tx)?;
        tx.sql.commit()?;
        Ok(result)
    }
}

/// An object without what only the stand-in knows of it: its names begin with `_`.
pub(crate) fn public(object: &Value) -> Value {
    match object {
        Value::Object(fields) => {
            let fields = fields.iter().filter(|(name, _)| !name.starts_with('_'));
            fields
                .map(|(name, value)| (name.clone(), public(value)))
                .collect()
        }
        Value::Array(items) => items.iter().map(public).collect(),
        other => other.clone(),
    }
}

impl Tx<'_> {
    /// A new id, such as `cs_test_…`.
    pub(crate) fn new_id(&self, prefix: &str) -> Result<String, StripeError> {
        let mut random = [0_u8; 12];
        getrandom::fill(&mut random).map_err(|error| StripeError::internal(error.to_string()))?;
        let hex: String = random.iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(format!("{prefix}_{hex}"))
    }

    /// Keeps an object under its own `id` and `object`.
    pub(crate) fn put(&self, object: &Value) -> Result<(), StripeError> {
        let (id, kind) = (
            object["id"].as_str().unwrap_or_default(),
            object["object"].as_str().unwrap_or_default(),
        );
        self.sql.execute(
            "INSERT INTO objects (id, kind, body) VALUES (?1, ?2, ?3)
             ON CONFLICT (id) DO UPDATE SET body = excluded.body",
            params![id, kind, object.to_string()],
        )?;
        Ok(())
    }

    /// An object, or Stripe's 404.
    pub(crate) fn get(&self, kind: &str, id: &str) -> Result<Value, StripeError> {
        let body: Option<String> = self
            .sql
            .query_row(
                "SELECT body FROM objects WHERE id = ?1 AND kind = ?2",
                params![id, kind],
                |row| row.get(0),
            )
            .optional()?;
        let body = body.ok_or_else(|| StripeError::not_found(kind, id))?;
        serde_json::from_str(&body).map_err(|error| StripeError::internal(error.to_string()))
    }

    /// All objects of a kind, newest first, as Stripe lists them.
    pub(crate) fn all(&self, kind: &str) -> Result<Vec<Value>, StripeError> {
        let mut statement = self
            .sql
            .prepare("SELECT body FROM objects WHERE kind = ?1 ORDER BY sequence DESC")?;
        let bodies = statement.query_map([kind], |row| row.get::<_, String>(0))?;
        let parse = |body: rusqlite::Result<String>| {
            serde_json::from_str(&body?).map_err(|error| StripeError::internal(error.to_string()))
        };
        bodies.map(parse).collect()
    }

    /// Records an event about an object, and its delivery, with the change that causes it.
    pub(crate) fn event(&self, kind: &str, object: &Value) -> Result<(), StripeError> {
        let id = self.new_id("evt")?;
        let mut event = json!({
            "id": id, "object": "event", "type": kind, "api_version": "2026-09-30.endive", "created": self.now,
            "livemode": false, "pending_webhooks": 1, "request": {"id": null, "idempotency_key": null},
            "data": {"object": public(object)},
        });
        // Only what happens to a connected account names it.
        if object["object"] == "account" {
            event["account"] = object["id"].clone();
        }
        self.put(&event)?;
        self.deliver(&id, self.now)
    }

    /// Delivers an event (again).
    pub(crate) fn deliver(&self, event: &str, due: i64) -> Result<(), StripeError> {
        self.sql.execute(
            "INSERT INTO deliveries (event, due) VALUES (?1, ?2)",
            params![event, due],
        )?;
        Ok(())
    }

    /// Deliveries that are due: sequence, attempts so far, event.
    pub(crate) fn due(&self) -> Result<Vec<(i64, i64, Value)>, StripeError> {
        let mut statement = self.sql.prepare(
            "SELECT deliveries.sequence, attempts, body FROM deliveries JOIN objects ON objects.id = event
             WHERE delivered = 0 AND due <= ?1 ORDER BY deliveries.sequence LIMIT 100",
        )?;
        let rows = statement.query_map([self.now], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get::<_, String>(2)?))
        })?;
        let mut due = Vec::new();
        for row in rows {
            let (sequence, attempts, body) = row?;
            let event =
                serde_json::from_str(&body).map_err(|error| StripeError::internal(error.to_string()))?;
            due.push((sequence, attempts, event));
        }
        Ok(due)
    }

    /// Notes what came of a delivery: done, or due again later.
    pub(crate) fn delivered(&self, sequence: i64, again_at: Option<i64>) -> Result<(), StripeError> {
        self.sql.execute(
            "UPDATE deliveries SET attempts = attempts + 1, delivered = ?2 IS NULL, due = coalesce(?2, due)
             WHERE sequence = ?1",
            params![sequence, again_at],
        )?;
        Ok(())
    }

    /// The answer kept under an idempotency key: request, status, body.
    pub(crate) fn answer(&self, key: &str) -> Result<Option<(String, u16, String)>, StripeError> {
        let row = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
        Ok(self
            .sql
            .query_row(
                "SELECT request, status, body FROM kept_answers WHERE key = ?1 AND kept > ?2",
                params![key, self.now - KEY_LIFE],
                row,
            )
            .optional()?)
    }

    /// Keeps an answer.
    pub(crate) fn keep_answer(
        &self,
        key: &str,
        request: &str,
        status: u16,
        body: &str,
    ) -> Result<(), StripeError> {
        self.sql.execute(
            "INSERT OR REPLACE INTO kept_answers (key, request, status, body, kept) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![key, request, status, body, self.now],
        )?;
        Ok(())
    }
}

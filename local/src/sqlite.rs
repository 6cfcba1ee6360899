//! One SQLite file for what is not the table: queues, mails, settings.

use crate::Error;
use rusqlite::{Connection, OptionalExtension, params};
use std::path::Path;
use std::sync::{Arc, Mutex};

const SCHEMA: &str = "
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS messages (
        sequence INTEGER PRIMARY KEY AUTOINCREMENT, queue TEXT NOT NULL, body TEXT NOT NULL, message_group TEXT,
        deduplication TEXT, sent INTEGER NOT NULL, visible INTEGER NOT NULL, receives INTEGER NOT NULL DEFAULT 0);
    CREATE INDEX IF NOT EXISTS messages_queue ON messages (queue, sequence);
    CREATE INDEX IF NOT EXISTS messages_received ON messages (queue, receives) WHERE receives > 0;
    CREATE TABLE IF NOT EXISTS deduplications (queue TEXT, id TEXT, sent INTEGER, PRIMARY KEY (queue, id));
    CREATE INDEX IF NOT EXISTS deduplications_sent ON deduplications (sent);
    CREATE TABLE IF NOT EXISTS mails (
        sequence INTEGER PRIMARY KEY AUTOINCREMENT, recipient TEXT NOT NULL, subject TEXT NOT NULL,
        text TEXT NOT NULL, html TEXT NOT NULL, sent TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS mail_headers (
        mail INTEGER NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL);
    CREATE INDEX IF NOT EXISTS mail_headers_mail ON mail_headers (mail);
    CREATE INDEX IF NOT EXISTS mails_recipient ON mails (recipient, sequence);
";

/// How many statements are kept ready: more than there are.
const STATEMENTS: usize = 64;

/// The file, or memory. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Sqlite(Arc<Mutex<Connection>>);

impl Sqlite {
    pub(crate) fn open(path: Option<&Path>) -> Result<Self, Error> {
        let connection = match path {
            Some(path) => Connection::open(path)?,
            None => Connection::open_in_memory()?,
        };
        connection.execute_batch(SCHEMA)?;
        connection.set_prepared_statement_cache_capacity(STATEMENTS);
        Ok(Self(Arc::new(Mutex::new(connection))))
    }

    /// Writes a copy to a file that does not exist yet.
    pub(crate) fn copy_to(&self, path: &str) -> Result<(), Error> {
        let connection = self.0.lock().map_err(|_| "the local state is poisoned")?;
        connection.execute("VACUUM INTO ?1", [path])?;
        Ok(())
    }

    /// Runs statements in one transaction.
    pub(crate) fn transaction<T>(
        &self,
        work: impl FnOnce(&rusqlite::Transaction<'_>) -> rusqlite::Result<T>,
    ) -> Result<T, Error> {
        let mut connection = self.0.lock().map_err(|_| "the local state is poisoned")?;
        let transaction = connection.transaction()?;
        let result = work(&transaction)?;
        transaction.commit()?;
        Ok(result)
    }

    pub(crate) fn setting(&self, name: &str) -> Result<Option<String>, Error> {
        self.transaction(|tx| {
            tx.prepare_cached("SELECT value FROM settings WHERE name = ?1")?
                .query_row([name], |row| row.get(0))
                .optional()
        })
    }

    pub(crate) fn set(&self, name: &str, value: &str) -> Result<(), Error> {
        self.transaction(|tx| {
            tx.prepare_cached("INSERT OR REPLACE INTO settings (name, value) VALUES (?1, ?2)")?
                .execute(params![name, value])
        })?;
        Ok(())
    }
}

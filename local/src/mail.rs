//! Mails are kept and shown instead of sent.

use crate::Error;
use crate::sqlite::Sqlite;
use proconnect_messaging::{Mail, Mailer, SendError};
use proconnect_runtime::Clock;
use rusqlite::params;
use serde::Serialize;
use std::sync::Arc;

/// A kept mail, as `/_local/mail` answers it.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct KeptMail {
    /// Recipient.
    pub to: String,
    /// Subject.
    pub subject: String,
    /// Text part.
    pub text: String,
    /// HTML part.
    pub html: String,
    /// When.
    pub sent_at: String,
    /// The one-time code in it, if any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
}

pub(crate) struct LocalMailer {
    pub(crate) state: Sqlite,
    pub(crate) clock: Arc<dyn Clock>,
}

#[async_trait::async_trait]
impl Mailer for LocalMailer {
    async fn send(&self, mail: &Mail) -> Result<(), SendError> {
        let sent = self.clock.now().to_string();
        let kept = self.state.transaction(|tx| {
            tx.execute(
                "INSERT INTO mails (recipient, subject, text, html, sent) VALUES (?1, ?2, ?3, ?4, ?5)",
                params![mail.to, mail.subject, mail.text, mail.html, sent],
            )
        });
        kept.map(|_| ()).map_err(|error| SendError(error.to_string()))
    }
}

impl LocalMailer {
    /// The mails to somebody, or to everybody, newest first.
    pub(crate) fn list(&self, to: Option<&str>) -> Result<Vec<KeptMail>, Error> {
        let to = to.map(str::to_lowercase);
        self.state.transaction(|tx| {
            let mut statement = tx.prepare(
                "SELECT recipient, subject, text, html, sent FROM mails WHERE ?1 IS NULL OR recipient = ?1
                 ORDER BY sequence DESC LIMIT 200",
            )?;
            let rows = statement.query_map([to], |row| {
                let text: String = row.get(2)?;
                Ok(KeptMail {
                    to: row.get(0)?,
                    subject: row.get(1)?,
                    code: code_in(&text),
                    text,
                    html: row.get(3)?,
                    sent_at: row.get(4)?,
                })
            })?;
            rows.collect()
        })
    }
}

/// Six digits that stand alone on their line.
fn code_in(text: &str) -> Option<String> {
    let line = text
        .lines()
        .map(str::trim)
        .find(|line| line.len() == 6 && line.bytes().all(|c| c.is_ascii_digit()));
    line.map(str::to_owned)
}

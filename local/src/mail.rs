//! Mails are kept and shown instead of sent.

use crate::queue::LocalQueue;
use crate::sqlite::Sqlite;
use crate::{Error, mail_simulator};
use proconnect_messaging::{Mail, Mailer, SendError};
use proconnect_runtime::Clock;
use rusqlite::params;
use serde::Serialize;
use std::sync::Arc;

/// A kept mail, as `/_local/mail` returns it.
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
    /// Header fields besides, in their order.
    pub headers: Vec<(String, String)>,
    /// When.
    pub sent_at: String,
    /// The one-time code in it, if any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
}

pub(crate) struct LocalMailer {
    pub(crate) state: Sqlite,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) queue: Arc<LocalQueue>,
    /// The queues that are told what became of mails, by the kind of event.
    pub(crate) rules: Vec<(String, String)>,
}

#[async_trait::async_trait]
impl Mailer for LocalMailer {
    async fn send(&self, mail: &Mail) -> Result<(), SendError> {
        check(mail)?;
        let sent = self.clock.now().to_string();
        let kept = self.state.transaction(|tx| {
            tx.execute(
                "INSERT INTO mails (recipient, subject, text, html, sent) VALUES (?1, ?2, ?3, ?4, ?5)",
                params![mail.to, mail.subject, mail.text, mail.html, sent],
            )?;
            let id = tx.last_insert_rowid();
            let add = "INSERT INTO mail_headers (mail, name, value) VALUES (?1, ?2, ?3)";
            let mut headers = mail.headers.iter();
            headers.try_for_each(|(name, value)| tx.execute(add, params![id, name, value]).map(drop))
        });
        kept.and_then(|()| self.report(&mail.to))
            .map_err(|error| SendError(error.to_string()))
    }
}

/// The most bytes of a mail that SES's `SendEmail` takes: 10 MB (SES developer guide, quotas).
const LONGEST_MAIL: usize = 10 * 1024 * 1024;

/// Refuses what SES refuses (API reference, `SendEmail` and `Destination`): an address beyond ASCII (RFC 6531 is not
/// supported; a domain has to come as Punycode), longer than RFC 5321 allows, or not one address at all; a subject that would
/// begin another header; a mail that is too large.
fn check(mail: &Mail) -> Result<(), SendError> {
    let refuse = |what: &str| Err(SendError(format!("SES would refuse {what}")));
    let address = mail.to.rsplit_once('@');
    let is_address = address.is_some_and(|(local, domain)| {
        let lengths_are_good = (1..=64).contains(&local.len()) && (1..=255).contains(&domain.len());
        lengths_are_good && !local.contains('@')
    });
    let is_plain = |byte: u8| byte.is_ascii_graphic() && !matches!(byte, b'<' | b'>' | b',' | b';');
    if !is_address || !mail.to.bytes().all(is_plain) {
        return refuse("the address");
    }
    if mail.subject.chars().any(char::is_control) {
        return refuse("the subject");
    }
    if mail.subject.len() + mail.text.len() + mail.html.len() > LONGEST_MAIL {
        return refuse("the size");
    }
    if mail.headers.len() > MOST_HEADERS || !mail.headers.iter().all(is_header) {
        return refuse("the headers");
    }
    Ok(())
}

/// The most header fields beside those that SES sets, and the most bytes of a name and of a value (API reference,
/// `MessageHeader`).
const MOST_HEADERS: usize = 15;
const LONGEST_HEADER: (usize, usize) = (126, 870);

/// Those that SES sets itself (developer guide, "Header fields").
const OF_SES: [&str; 12] = [
    "bcc",
    "cc",
    "content-disposition",
    "content-type",
    "date",
    "from",
    "message-id",
    "mime-version",
    "reply-to",
    "return-path",
    "subject",
    "to",
];

fn is_header((name, value): &(String, String)) -> bool {
    let is_name = |byte: u8| byte.is_ascii_graphic() && byte != b':';
    let is_value = |byte: u8| byte.is_ascii_graphic() || byte == b' ';
    (1..=LONGEST_HEADER.0).contains(&name.len())
        && (1..=LONGEST_HEADER.1).contains(&value.len())
        && name.bytes().all(is_name)
        && value.bytes().all(is_value)
        && !OF_SES.contains(&name.to_lowercase().as_str())
}

impl LocalMailer {
    /// Tells what became of a mail, where its address says so.
    fn report(&self, to: &str) -> Result<(), Error> {
        let Some((kind, event)) = mail_simulator::event_about(to, self.clock.now()) else {
            return Ok(());
        };
        let mut queues = self.rules.iter().filter(|(wanted, _)| wanted == kind);
        queues.try_for_each(|(_, queue)| self.queue.put_event(queue, &event))
    }

    /// The mails to somebody, or to everybody, newest first.
    pub(crate) fn list(&self, to: Option<&str>) -> Result<Vec<KeptMail>, Error> {
        let to = to.map(str::to_lowercase);
        self.state.transaction(|tx| {
            let mut statement = tx.prepare(
                "SELECT recipient, subject, text, html, sent, sequence FROM mails WHERE ?1 IS NULL OR recipient = ?1
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
                    headers: headers(tx, row.get(5)?)?,
                })
            })?;
            rows.collect()
        })
    }
}

fn headers(tx: &rusqlite::Transaction<'_>, mail: i64) -> rusqlite::Result<Vec<(String, String)>> {
    let mut statement = tx.prepare("SELECT name, value FROM mail_headers WHERE mail = ?1 ORDER BY rowid")?;
    let rows = statement.query_map([mail], |row| Ok((row.get(0)?, row.get(1)?)))?;
    rows.collect()
}

/// Six digits that stand alone on their line.
fn code_in(text: &str) -> Option<String> {
    let line = text
        .lines()
        .map(str::trim)
        .find(|line| line.len() == 6 && line.bytes().all(|c| c.is_ascii_digit()));
    line.map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_taken(to: &str, subject: &str, bytes: usize) -> bool {
        let mail = Mail {
            to: to.to_owned(),
            subject: subject.to_owned(),
            text: "x".repeat(bytes),
            html: String::new(),
            headers: Vec::new(),
        };
        check(&mail).is_ok()
    }

    #[test]
    fn a_header_is_refused_as_ses_refuses_it() {
        let taken = |name: &str, value: &str| is_header(&(name.to_owned(), value.to_owned()));
        assert!(taken("List-Unsubscribe", "<https://a.example/x?token=y>"));
        let long = "x".repeat(871);
        for (name, value) in [
            ("Message-ID", "<x@a.example>"),
            ("X:Y", "x"),
            ("", "x"),
            ("References", ""),
            ("References", "é"),
            ("References", "x\r\nBcc: all@example.com"),
            ("References", &long),
        ] {
            assert!(!taken(name, value), "{name}: {value}");
        }
    }

    #[test]
    fn a_mail_is_refused_as_ses_refuses_it() {
        assert!(is_taken("a+b@example.com", "Grüße 🚀", 1) && is_taken("a@xn--exmple-cua.com", "x", 1));
        let long = format!("{}@example.com", "x".repeat(65));
        for to in [
            "é@example.com",
            "a@exämple.com",
            "a",
            "@x.com",
            "a@",
            "a@b@c.com",
            "a b@c.com",
            "a@b.com,c@d.com",
            "A <a@b.com>",
            &long,
        ] {
            assert!(!is_taken(to, "x", 1), "{to}");
        }
        assert!(!is_taken("a@b.com", "x\r\nBcc: all@example.com", 1));
        assert!(!is_taken("a@b.com", "x", LONGEST_MAIL));
    }
}

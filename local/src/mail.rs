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
        check(mail)?;
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
    Ok(())
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

#[cfg(test)]
mod tests {
    use super::*;

    fn is_taken(to: &str, subject: &str, bytes: usize) -> bool {
        let mail = Mail {
            to: to.to_owned(),
            subject: subject.to_owned(),
            text: "x".repeat(bytes),
            html: String::new(),
        };
        check(&mail).is_ok()
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

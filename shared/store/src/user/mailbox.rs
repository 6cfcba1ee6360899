//! How much is mailed to an address that anybody may name.

use crate::StoreError;
use crate::keys::{self, Key};
use crate::personal::{Export, Gone, Personal};
use crate::record::{Indexes, Record};
use proconnect_domain::{DAY, Email, Timestamp};
use serde::{Deserialize, Serialize};

/// So many mails that nobody has shown to have asked for go to one address in a day, of all kinds together.
pub const MAILS_A_DAY: usize = 5;

/// A mail that a stranger can set off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum UnaskedMail {
    /// A one-time code.
    Code,
    /// A link to set a new password.
    Link,
    /// That there is an account already.
    AccountExists,
}

impl UnaskedMail {
    /// How many of this kind in a day: whoever has read once that there is an account knows it.
    fn most(self) -> usize {
        match self {
            UnaskedMail::Code | UnaskedMail::Link => MAILS_A_DAY,
            UnaskedMail::AccountExists => 1,
        }
    }
}

/// What was mailed to an address in the last day.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Mailbox {
    /// Whose.
    email: Email,
    sent: Vec<Sent>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Sent {
    kind: UnaskedMail,
    at: Timestamp,
}

impl Mailbox {
    /// Of an address to which nothing was mailed.
    pub(crate) fn empty(email: Email) -> Self {
        Self {
            email,
            sent: Vec::new(),
        }
    }

    /// Counts a mail; `false` when it is too much.
    pub(crate) fn take(&mut self, kind: UnaskedMail, now: Timestamp) -> bool {
        self.sent.retain(|sent| now < sent.at.plus(DAY));
        let alike = self.sent.iter().filter(|sent| sent.kind == kind).count();
        let fits = self.sent.len() < MAILS_A_DAY && alike < kind.most();
        if fits {
            self.sent.push(Sent { kind, at: now });
        }
        fits
    }
}

impl Record for Mailbox {
    const TYPE: &'static str = "mailbox";
    const V: u32 = 1;
    const BEGINS: (&'static str, &'static str) = (keys::EMAIL, keys::MAILS_SORT);
    const PERSONAL: Personal = Personal::Owned {
        export: Export::Not("strangers may have set it off"),
        gone: Gone::ByItself("a day after the last of them"),
    };
    fn key(&self) -> Key {
        keys::mailbox(&self.email)
    }
    fn indexes(&self) -> Result<Indexes, StoreError> {
        Ok(Indexes {
            expires: self.sent.last().map(|sent| sent.at.plus(DAY)),
            ..Indexes::default()
        })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn an_address_gets_a_handful_a_day_whatever_is_asked_for() {
        let mut mailbox = Mailbox::empty(Email::parse("ada@example.com").unwrap());
        let start = Timestamp::from_millis(1_000_000);
        let minute = |number: u32| start.plus(Duration::from_secs(60) * number);
        assert!(mailbox.take(UnaskedMail::AccountExists, start));
        assert!(
            !mailbox.take(UnaskedMail::AccountExists, minute(1)),
            "once is enough"
        );
        for number in 2..6 {
            assert!(mailbox.take(UnaskedMail::Code, minute(number)));
        }
        assert!(!mailbox.take(UnaskedMail::Link, minute(6)));
        assert!(
            mailbox.take(UnaskedMail::Link, start.plus(DAY)),
            "the first is forgotten"
        );
        assert!(!mailbox.take(UnaskedMail::Link, start.plus(DAY)));
    }
}

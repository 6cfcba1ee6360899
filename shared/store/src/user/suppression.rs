//! An address that gets no more mail.

use crate::keys::{self, Key};
use crate::personal::{Export, Personal};
use crate::record::Record;
use proconnect_domain::{Email, MailStop, Timestamp};
use serde::{Deserialize, Serialize};

/// That an address bounced for good or complained. It belongs to the address: whoever registers with it next is not mailed
/// either, until an operator lifts it.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SuppressionRecord {
    /// The address.
    email: Email,
    /// Why.
    pub why: MailStop,
    /// The mail service's id of the report, by which a repeat is known.
    report: String,
    /// Whether it does not even get what is asked for there.
    entirely: bool,
    /// Since when.
    at: Timestamp,
}

impl SuppressionRecord {
    /// What a report makes of what is known of an address; `None` when it says nothing new. A bounce stops everything.
    /// A first complaint leaves what is asked for, so a second one can only be about that.
    pub(crate) fn reported(
        known: Option<&Self>,
        (email, why, report): (&Email, MailStop, &str),
        at: Timestamp,
    ) -> Option<Self> {
        if known.is_some_and(|known| known.entirely || known.report == report) {
            return None;
        }
        Some(Self {
            email: email.clone(),
            why,
            report: report.to_owned(),
            entirely: why == MailStop::Bounced || known.is_some(),
            at,
        })
    }

    /// Whether a mail must not go out. `asked` says that its reader waits for it.
    pub fn refuses(&self, asked: bool) -> bool {
        self.entirely || !asked
    }
}

impl Record for SuppressionRecord {
    const TYPE: &'static str = "suppression";
    const V: u32 = 1;
    const BEGINS: (&'static str, &'static str) = (keys::EMAIL, keys::SUPPRESSED_SORT);
    const PERSONAL: Personal = Personal::KeptForTheBooks {
        export: Export::Not("the account says that its mail has stopped, and its activity when"),
        reason: "an address that cannot take mail or does not want ours must not get any from who registers with it next",
    };
    fn key(&self) -> Key {
        keys::suppression(&self.email)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp::from_millis(1_000_000);

    fn after(known: Option<&SuppressionRecord>, why: MailStop, report: &str) -> Option<SuppressionRecord> {
        let email = Email::parse("ada@example.com").unwrap();
        SuppressionRecord::reported(known, (&email, why, report), NOW)
    }

    #[test]
    fn a_bounce_stops_everything() {
        let known = after(None, MailStop::Bounced, "1").unwrap();
        assert!(known.refuses(true) && known.refuses(false));
        assert!(after(Some(&known), MailStop::Complained, "2").is_none());
    }

    #[test]
    fn a_first_complaint_leaves_what_is_asked_for_and_a_second_leaves_nothing() {
        let first = after(None, MailStop::Complained, "1").unwrap();
        assert!(first.refuses(false) && !first.refuses(true));
        assert!(
            after(Some(&first), MailStop::Complained, "1").is_none(),
            "the same report again"
        );
        let second = after(Some(&first), MailStop::Complained, "2").unwrap();
        assert!(second.refuses(true));
        assert!(after(Some(&second), MailStop::Complained, "1").is_none());
    }
}

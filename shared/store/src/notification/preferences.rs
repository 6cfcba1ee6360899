//! How somebody wants to hear of things.

use proconnect_domain::{Date, DigestRhythm, MailChoice, NoticeCategory, Timestamp, UserId, Zone};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What somebody has chosen. What is not in it is as it is for everybody; hours of quiet would be a field more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PreferencesRecord {
    /// Whose.
    pub user_id: UserId,
    /// How often they have chosen: names this state of it.
    pub edition: u64,
    /// Where they are, as far as the clock goes.
    pub zone: Zone,
    /// Which categories are mailed otherwise than each at once.
    pub mail: BTreeMap<NoticeCategory, MailChoice>,
    /// Which categories their browsers keep quiet about.
    pub quiet_in_browser: BTreeSet<NoticeCategory>,
    /// The digest.
    pub digest: DigestRecord,
}

/// Somebody's digest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DigestRecord {
    /// How often.
    pub rhythm: DigestRhythm,
    /// At which hour.
    pub hour: u8,
    /// The day of the next one, and the moment; none while it is off.
    pub next: Option<(Date, Timestamp)>,
    /// The day of the last one, where they were then.
    pub last: Option<Date>,
    /// Up to which arrival notices have stood in one.
    pub told: u32,
}

/// When it comes unless somebody chooses: as a working day begins.
const HOUR: u8 = 8;

impl PreferencesRecord {
    /// Of somebody who has chosen nothing.
    pub fn usual(user_id: UserId) -> Self {
        Self {
            user_id,
            edition: 0,
            zone: Zone::default(),
            mail: BTreeMap::new(),
            quiet_in_browser: BTreeSet::new(),
            digest: DigestRecord {
                rhythm: DigestRhythm::Off,
                hour: HOUR,
                next: None,
                last: None,
                told: 0,
            },
        }
    }

    /// Whether a category is mailed.
    pub fn mail(&self, category: NoticeCategory) -> MailChoice {
        match category.is_critical() {
            true => MailChoice::Always,
            false => self.mail.get(&category).copied().unwrap_or(MailChoice::On),
        }
    }

    /// Chooses whether a category is mailed; a critical one is in any case.
    pub fn choose(&mut self, category: NoticeCategory, choice: MailChoice) {
        match choice {
            _ if category.is_critical() => None,
            MailChoice::On | MailChoice::Always => self.mail.remove(&category),
            MailChoice::Off | MailChoice::Digest => self.mail.insert(category, choice),
        };
    }

    /// Sets when the next digest comes: later than now, and never a second one on a day.
    pub fn set_clock(&mut self, now: Timestamp) {
        let digest = &mut self.digest;
        digest.next = match digest.rhythm {
            DigestRhythm::Off => None,
            DigestRhythm::Daily => Some(self.zone.next(digest.hour, digest.last, now)),
        };
    }

    /// Today's digest is done, with everything that has arrived until then; nothing when it is not time yet.
    pub fn end_digest(&mut self, arrived: u32, now: Timestamp) -> Option<Date> {
        let (date, _) = self.digest.next.filter(|(_, at)| *at <= now)?;
        self.digest.last = Some(date);
        self.digest.told = arrived;
        self.set_clock(now);
        Some(date)
    }
}

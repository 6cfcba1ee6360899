//! What people are told about, and how they want to hear of it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a notice is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum NoticeCategory {
    /// Somebody's account: passwords, second factors, sessions, mail that does not arrive.
    Security,
    /// Money that is held, sent, or waits, and clocks at whose end it moves.
    Money,
    /// What has become of one's own bids.
    BidDecisions,
    /// Bids on one's own tasks, and own bids that are on a shortlist.
    Bids,
    /// One's own tasks.
    Tasks,
    /// Work under a contract.
    Work,
    /// One's own files.
    Files,
    /// Messages that came while one was away.
    Messages,
    /// Deadlines that are near.
    Reminders,
}

impl NoticeCategory {
    /// Every category, in the order in which people choose.
    pub const ALL: [Self; 9] = [
        Self::Security,
        Self::Money,
        Self::BidDecisions,
        Self::Bids,
        Self::Tasks,
        Self::Work,
        Self::Files,
        Self::Messages,
        Self::Reminders,
    ];

    /// Mailed to everybody: who misses it may lose money, a contract, or their account.
    pub fn is_critical(self) -> bool {
        match self {
            Self::Security | Self::Money | Self::BidDecisions => true,
            Self::Bids | Self::Tasks | Self::Work | Self::Files | Self::Messages | Self::Reminders => false,
        }
    }

    /// Its word on the wire and in keys: never changed.
    pub fn word(self) -> &'static str {
        match self {
            Self::Security => "security",
            Self::Money => "money",
            Self::BidDecisions => "bidDecisions",
            Self::Bids => "bids",
            Self::Tasks => "tasks",
            Self::Work => "work",
            Self::Files => "files",
            Self::Messages => "messages",
            Self::Reminders => "reminders",
        }
    }

    /// By its word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|category| category.word() == word)
    }
}

/// Whether a category is mailed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum MailChoice {
    /// Each notice, and it cannot be chosen otherwise: the category is critical.
    Always,
    /// Each notice.
    On,
    /// None.
    Off,
    /// None by itself; what was not read by then stands in the daily digest.
    Digest,
}

/// How often there is a digest.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum DigestRhythm {
    /// Never.
    #[default]
    Off,
    /// Once a day.
    Daily,
}

/// What kind of thing a notice is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum ThingKind {
    /// A task.
    Task,
    /// A contract.
    Contract,
    /// A chat room.
    Room,
    /// A file.
    File,
    /// One's own account.
    Account,
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_category_is_called_the_same_everywhere() {
        for category in NoticeCategory::ALL {
            let written = serde_json::to_value(category).unwrap();
            assert_eq!(written, category.word());
            assert_eq!(NoticeCategory::of_word(category.word()), Some(category));
        }
        assert_eq!(NoticeCategory::of_word("Money"), None);
    }
}

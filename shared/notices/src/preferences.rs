//! What a person may choose to hear of by mail. The notification centre has everything.

use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What a notice is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Category {
    /// Somebody's account: passwords, second factors, sessions.
    Security,
    /// Money that is held, sent, or waits, and clocks at whose end it moves.
    Money,
    /// What has become of one's own bids.
    BidDecisions,
    /// Bids on one's own tasks.
    Bids,
    /// One's own tasks.
    Tasks,
    /// Work under a contract.
    Work,
    /// One's own files.
    Files,
}

impl Category {
    /// Every category.
    pub const ALL: [Category; 7] = [
        Category::Security,
        Category::Money,
        Category::BidDecisions,
        Category::Bids,
        Category::Tasks,
        Category::Work,
        Category::Files,
    ];

    /// Mailed to everybody: who misses it may lose money, a contract, or their account.
    pub fn is_critical(self) -> bool {
        match self {
            Category::Security | Category::Money | Category::BidDecisions => true,
            Category::Bids | Category::Tasks | Category::Work | Category::Files => false,
        }
    }
}

/// What one person has chosen. The default is a mail for everything.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Preferences {
    /// What they want no mails about. Critical categories do not care.
    pub no_mail: BTreeSet<Category>,
}

impl Preferences {
    /// Whether they get mails about it.
    pub fn mail(&self, category: Category) -> bool {
        category.is_critical() || !self.no_mail.contains(&category)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_can_choose_not_to_hear_of_their_money() {
        let silent = Preferences {
            no_mail: Category::ALL.into(),
        };
        for category in Category::ALL {
            assert_eq!(silent.mail(category), category.is_critical(), "{category:?}");
            assert!(Preferences::default().mail(category), "{category:?}");
        }
    }
}

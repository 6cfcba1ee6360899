//! What a person may choose to hear of by mail. The notification centre has everything.

use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What a notice is about.
pub use proconnect_domain::NoticeCategory as Category;

/// What one person has chosen. The default is a mail for everything.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Preferences {
    /// What they want no mails about, or not at once. Critical categories do not care.
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

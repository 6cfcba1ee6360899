//! How notices, inboxes and preferences stand in the table.

use super::{InboxRecord, NotificationRecord, PreferencesRecord};
use crate::StoreError;
use crate::keys::{self, Key};
use crate::personal::{Export, Gone, Personal};
use crate::record::{Card, Indexes, Record};
use proconnect_domain::TypedId as _;

const THEIRS: Personal = Personal::Owned {
    export: Export::Account,
    gone: Gone::Forgotten,
};

impl Record for NotificationRecord {
    const TYPE: &'static str = "notification";
    const V: u32 = 1;
    const BEGINS: (&'static str, &'static str) = (keys::USER, keys::NOTICE);
    const PERSONAL: Personal = THEIRS;
    fn key(&self) -> Key {
        keys::notice(self.user_id, self.id)
    }
    fn indexes(&self) -> Result<Indexes, StoreError> {
        let list = keys::notices_about(self.user_id, self.category);
        Ok(Indexes {
            gsi2: Some((list, self.id.to_string())),
            card: Some(self.attribute()?),
            expires: Some(self.expires_at()),
            ..Indexes::default()
        })
    }
}

/// Lists show all of it, and it is small.
impl Card for NotificationRecord {
    type Of = NotificationRecord;
}

impl Record for InboxRecord {
    const TYPE: &'static str = "inbox";
    const V: u32 = 1;
    const BEGINS: (&'static str, &'static str) = (keys::USER, keys::INBOX);
    const PERSONAL: Personal = THEIRS;
    fn key(&self) -> Key {
        keys::inbox(self.user_id)
    }
}

impl Record for PreferencesRecord {
    const TYPE: &'static str = "preferences";
    const V: u32 = 1;
    const BEGINS: (&'static str, &'static str) = (keys::USER, keys::PREFERENCES);
    const PERSONAL: Personal = THEIRS;
    fn key(&self) -> Key {
        keys::preferences(self.user_id)
    }
    fn indexes(&self) -> Result<Indexes, StoreError> {
        let place = |at| {
            let shard = keys::DUE_DIGESTS.of(self.user_id.ulid());
            (shard, keys::due_sort(at, &self.user_id.to_string()))
        };
        Ok(Indexes {
            due: self.digest.next.map(|(_, at)| place(at)),
            ..Indexes::default()
        })
    }
}

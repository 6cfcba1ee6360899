//! Somebody whom a person wants to hear nothing of.

use crate::keys::{self, Key};
use crate::personal::{Export, Gone, Personal};
use crate::record::Record;
use proconnect_domain::{Timestamp, UserId};
use serde::{Deserialize, Serialize};

/// A person blocks another.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BlockRecord {
    /// Who blocks.
    pub user_id: UserId,
    /// Whom.
    pub blocked_id: UserId,
    /// Since when.
    pub blocked_at: Timestamp,
}

impl Record for BlockRecord {
    const TYPE: &'static str = "block";
    const V: u32 = 1;
    const BEGINS: (&'static str, &'static str) = (keys::USER, keys::BLOCK);
    const PERSONAL: Personal = Personal::Owned {
        export: Export::Account,
        gone: Gone::Forgotten,
    };
    fn key(&self) -> Key {
        keys::block(self.user_id, self.blocked_id)
    }
}

//! The freelancers that somebody saved.

use super::cards::TalentCard;
use crate::StoreError;
use crate::keys::{self, Key};
use crate::personal::{Export, Gone, Personal};
use crate::record::{Indexes, Record};
use proconnect_domain::{Timestamp, UserId};
use serde::{Deserialize, Serialize};

/// A freelancer that somebody saved.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SavedRecord {
    /// Who saved.
    pub user_id: UserId,
    /// The freelancer, as they were then.
    pub freelancer: TalentCard,
    /// When.
    pub saved_at: Timestamp,
}

impl Record for SavedRecord {
    const TYPE: &'static str = "saved";
    const V: u32 = 1;
    const BEGINS: (&'static str, &'static str) = (keys::USER, keys::SAVED);
    const PERSONAL: Personal = Personal::Owned {
        export: Export::Account,
        gone: Gone::Forgotten,
    };
    fn key(&self) -> Key {
        keys::saved(self.user_id, self.freelancer.id)
    }
    fn indexes(&self) -> Result<Indexes, StoreError> {
        // Only its keys are wanted: the index carries no card.
        Ok(Indexes {
            gsi3: Some((keys::savers_of(self.freelancer.id), self.user_id.to_string())),
            ..Indexes::default()
        })
    }
}

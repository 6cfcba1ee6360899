//! How a profile stands in the table.

use super::cards::IndexedTalent;
use super::record::ProfileRecord;
use crate::StoreError;
use crate::keys::{self, Key};
use crate::personal::{Export, Gone, Personal};
use crate::record::{Card as _, Indexes, Record};
use proconnect_domain::TypedId as _;

impl Record for ProfileRecord {
    const TYPE: &'static str = "profile";
    const V: u32 = 1;
    const BEGINS: (&'static str, &'static str) = (keys::USER, keys::PROFILE_SORT);
    const PERSONAL: Personal = Personal::Owned {
        export: Export::Account,
        gone: Gone::AtOnce,
    };
    fn key(&self) -> Key {
        keys::profile(self.user_id)
    }
    fn indexes(&self) -> Result<Indexes, StoreError> {
        if !self.is_listed() {
            return Ok(Indexes::default());
        }
        Ok(Indexes {
            gsi2: Some((
                keys::FREELANCERS.of(self.user_id.ulid()),
                self.user_id.to_string(),
            )),
            card: Some(IndexedTalent::of(self).attribute()?),
            ..Indexes::default()
        })
    }
}

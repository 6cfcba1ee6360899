//! Billing profiles.

use super::BillingRecord;
use crate::record::Stored;
use crate::tx::Tx;
use crate::{Store, StoreError, keys};
use proconnect_domain::{Timestamp, UserId};

/// Billing profiles.
pub struct Billings<'a>(&'a Store);

impl Store {
    /// Billing profiles.
    pub fn billings(&self) -> Billings<'_> {
        Billings(self)
    }
}

impl Billings<'_> {
    /// Somebody's, once they have said something.
    pub async fn get(&self, user: UserId) -> Result<Option<Stored<BillingRecord>>, StoreError> {
        self.0.get(keys::billing(user)).await
    }

    /// Writes one over what was read. `Stale` when it has moved since.
    pub async fn write(
        &self,
        read: Option<&Stored<BillingRecord>>,
        billing: &BillingRecord,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let mut tx = Tx::new(self.0, now);
        tx.upsert(read, billing)?;
        tx.commit(self.0).await
    }
}

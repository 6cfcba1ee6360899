//! Blocks.

use super::BlockRecord;
use crate::table::{Query, Sort};
use crate::tx::Tx;
use crate::{Listed, Store, StoreError, keys};
use proconnect_domain::{Timestamp, UserId};

/// What the condition is called that nobody of two has blocked the other.
pub(crate) const BLOCKED: &str = "blocked";

/// Blocks.
pub struct Blocks<'a>(&'a Store);

impl Store {
    /// Blocks.
    pub fn blocks(&self) -> Blocks<'_> {
        Blocks(self)
    }
}

/// Lets a transaction through only if neither of two has blocked the other.
pub(crate) fn unless_blocked(tx: &mut Tx, one: UserId, other: UserId) -> Result<(), StoreError> {
    tx.absent(BLOCKED, keys::block(one, other))?;
    tx.absent(BLOCKED, keys::block(other, one))
}

impl Blocks<'_> {
    /// Blocks somebody; a repeat changes nothing but since when.
    pub async fn block(&self, block: &BlockRecord, now: Timestamp) -> Result<(), StoreError> {
        let mut tx = Tx::new(self.0, now);
        tx.put(block)?;
        tx.commit(self.0).await
    }

    /// Hears of somebody again; idempotent.
    pub async fn unblock(&self, user: UserId, blocked: UserId, now: Timestamp) -> Result<(), StoreError> {
        let mut tx = Tx::new(self.0, now);
        tx.delete(BLOCKED, keys::block(user, blocked))?;
        tx.commit(self.0).await
    }

    /// Whether one of two has blocked the other, in one call.
    pub async fn between(&self, one: UserId, other: UserId) -> Result<bool, StoreError> {
        let wanted = [keys::block(one, other), keys::block(other, one)];
        Ok(self
            .0
            .get_many(&wanted)
            .await?
            .into_iter()
            .any(|found| found.is_some()))
    }

    /// Whom somebody has blocked.
    pub async fn of(
        &self,
        user: UserId,
        limit: u32,
        cursor: Option<&str>,
    ) -> Result<Listed<BlockRecord>, StoreError> {
        let query = Query {
            sort: Sort::Prefix(keys::BLOCK),
            limit,
            cursor,
            ..Query::partition(keys::user(user).pk)
        };
        self.0.records(query).await
    }
}

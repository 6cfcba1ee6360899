//! Answers kept under an `Idempotency-Key`, written in the transaction that did the work.

use crate::personal::{Export, Gone, Personal};
use crate::record::Record;
use crate::{Store, StoreError, keys};
use crate::{keys::Key, record::Indexes};
use proconnect_domain::{Timestamp, UserId};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// How long an answer is kept, as at Stripe: 24 hours.
const LIFE: Duration = Duration::from_secs(24 * 3600);

/// A stored answer.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct IdempotencyRecord {
    /// Whose key.
    pub user_id: UserId,
    /// The key.
    pub name: String,
    /// Hash of method, path and body.
    pub fingerprint: String,
    /// The status answered.
    pub status: u16,
    /// The body answered.
    pub body: String,
    /// When it is forgotten.
    pub expires_at: Timestamp,
}

impl Record for IdempotencyRecord {
    const TYPE: &'static str = "idempotency";
    const V: u32 = 1;
    const BEGINS: (&'static str, &'static str) = (keys::IDEMPOTENCY, keys::IDEMPOTENCY_SORT);
    const PERSONAL: Personal = Personal::Owned {
        export: Export::Not("an answer that was given: what it tells is exported from where it lies"),
        gone: Gone::ByItself("after 24 hours"),
    };
    fn key(&self) -> Key {
        keys::idempotency(self.user_id, &self.name)
    }
    fn indexes(&self) -> Result<Indexes, StoreError> {
        Ok(Indexes::expiring(self.expires_at))
    }
}

/// An answer to keep with a transaction.
#[derive(Debug, Clone)]
pub struct Remember {
    /// Whose key.
    pub user_id: UserId,
    /// The key.
    pub name: String,
    /// Hash of method, path and body.
    pub fingerprint: String,
    /// The status to answer.
    pub status: u16,
    /// The body to answer.
    pub body: String,
}

impl Remember {
    pub(crate) fn record(self, now: Timestamp) -> IdempotencyRecord {
        IdempotencyRecord {
            user_id: self.user_id,
            name: self.name,
            fingerprint: self.fingerprint,
            status: self.status,
            body: self.body,
            expires_at: now.plus(LIFE),
        }
    }
}

/// Reads stored answers.
pub struct Idempotencies<'a>(&'a Store);

impl Store {
    /// Stored answers.
    pub fn idempotency(&self) -> Idempotencies<'_> {
        Idempotencies(self)
    }
}

impl Idempotencies<'_> {
    /// The answer kept under a person's key.
    pub async fn find(&self, user: UserId, key: &str) -> Result<Option<IdempotencyRecord>, StoreError> {
        let found = self
            .0
            .get::<IdempotencyRecord>(keys::idempotency(user, key))
            .await?;
        Ok(found.map(crate::Stored::into_inner))
    }
}

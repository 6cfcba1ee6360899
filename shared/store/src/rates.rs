//! Rate limits: token buckets in the table, so that a limit holds across processes and restarts.

use crate::guard::Always;
use crate::tx::{Change, Tx};
use crate::{Store, StoreError, keys};
use aws_sdk_dynamodb::types::AttributeValue;
use proconnect_domain::{RateLimit, Timestamp};
use std::time::Duration;

/// How often two callers at once may get in each other's way before one is sent away.
const ATTEMPTS: u32 = 4;

/// One bucket: what is limited, for whom.
pub struct Bucket {
    /// What, such as `login-account`.
    pub name: &'static str,
    /// For whom: an address, an account.
    pub who: String,
    /// How many, how often.
    pub limit: RateLimit,
}

/// Rate limits.
pub struct Rates<'a>(&'a Store);

impl Store {
    /// Rate limits.
    pub fn rates(&self) -> Rates<'_> {
        Rates(self)
    }
}

impl Rates<'_> {
    /// Takes a token from each bucket, or from none: then the answer is how long to wait. One write while the
    /// buckets are full, which is how nearly every caller finds them; a read and a write more otherwise.
    pub async fn take(&self, buckets: &[Bucket], now: Timestamp) -> Result<Option<Duration>, StoreError> {
        let full: Vec<_> = buckets.iter().map(|_| None).collect();
        if self.put(buckets, &full, true, now).await? {
            return Ok(None);
        }
        for _ in 0..ATTEMPTS {
            let seen = self.read(buckets).await?;
            let waits = buckets.iter().zip(&seen);
            let wait = waits
                .filter_map(|(bucket, full_at)| bucket.limit.take(*full_at, now).err())
                .max();
            if wait.is_some() {
                return Ok(wait);
            }
            if self.put(buckets, &seen, false, now).await? {
                return Ok(None);
            }
        }
        // So many at the same moment is what a limit is for.
        Ok(Some(Duration::from_secs(1)))
    }

    async fn read(&self, buckets: &[Bucket]) -> Result<Vec<Option<Timestamp>>, StoreError> {
        let wanted: Vec<_> = buckets
            .iter()
            .map(|bucket| keys::rate(bucket.name, &bucket.who))
            .collect();
        let found = self.0.get_many(&wanted).await?;
        let full_at = |item: Option<crate::table::Item>| {
            let millis = item?.get("fullAt")?.as_n().ok()?.parse().ok()?;
            Some(Timestamp::from_millis(millis))
        };
        Ok(found.into_iter().map(full_at).collect())
    }

    /// Writes the buckets if they are as they were seen (or, at first, full). `false` when they are not.
    async fn put(
        &self,
        buckets: &[Bucket],
        seen: &[Option<Timestamp>],
        if_full: bool,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        let number = |at: Timestamp| AttributeValue::N(at.as_millis().to_string());
        let mut tx = Tx::always(Always::Limit, now);
        for (bucket, seen) in buckets.iter().zip(seen) {
            let Ok(next) = bucket.limit.take(*seen, now) else {
                return Ok(false);
            };
            let mut values = vec![
                (":next", number(next)),
                // DynamoDB deletes the bucket some time after it is full again.
                (
                    ":ttl",
                    AttributeValue::N((next.as_millis() / 1000 + 60).to_string()),
                ),
            ];
            let condition = match seen {
                _ if if_full => {
                    values.push((":now", number(now)));
                    "attribute_not_exists(pk) OR fullAt <= :now"
                }
                Some(at) => {
                    values.push((":seen", number(*at)));
                    "fullAt = :seen"
                }
                None => "attribute_not_exists(pk)",
            };
            let change = Change {
                key: keys::rate(bucket.name, &bucket.who),
                update: "SET fullAt = :next, #ttl = :ttl",
                condition,
                names: &[("#ttl", "ttl")],
                values,
            };
            tx.change("rate", change)?;
        }
        match tx.commit(self.0).await {
            Ok(()) => Ok(true),
            Err(error) if error.is_condition("rate") => Ok(false),
            // Colliding with another caller's transaction on the same bucket: look again.
            Err(StoreError::Busy) => Ok(false),
            Err(error) => Err(error),
        }
    }
}

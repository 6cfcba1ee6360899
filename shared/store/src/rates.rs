//! Rate limits: token buckets in the table, so that a limit holds across processes and restarts.

use crate::guard::Always;
use crate::items::{Item, text};
use crate::keys::Key;
use crate::personal::{Export, Gone, Personal};
use crate::record::{Indexes, Record, read, seconds};
use crate::tx::{Change, Tx};
use crate::{Store, StoreError, keys};
use aws_sdk_dynamodb::types::AttributeValue;
use proconnect_domain::{RateLimit, Timestamp};
use serde::{Deserialize, Serialize};
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

/// How full a bucket is.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RateRecord {
    /// What is limited.
    name: String,
    /// For whom.
    who: String,
    /// When it is full again, in milliseconds: compared in conditions.
    full_at: i64,
}

/// DynamoDB deletes a bucket so many seconds after it is full again.
const SPARE: Duration = Duration::from_secs(60);

impl Record for RateRecord {
    const TYPE: &'static str = "rate";
    const V: u32 = 1;
    const BEGINS: (&'static str, &'static str) = (keys::RATE, keys::RATE_SORT);
    const PERSONAL: Personal = Personal::Owned {
        export: Export::Not("a count of tries, for the limits alone"),
        gone: Gone::ByItself("a minute after it is full again"),
    };
    fn key(&self) -> Key {
        keys::rate(&self.name, &self.who)
    }
    fn indexes(&self) -> Result<Indexes, StoreError> {
        Ok(Indexes::expiring(
            Timestamp::from_millis(self.full_at).plus(SPARE),
        ))
    }
    /// Its key alone told what, and for whom: `RATE#{name}#{who}`.
    fn upgrade(from: u32, item: &mut Item) {
        if from == 0 {
            let key = text(item, "pk");
            let parts = key.strip_prefix(keys::RATE).and_then(|rest| rest.split_once('#'));
            let (name, who) = parts.unwrap_or_default();
            item.insert("name".to_owned(), AttributeValue::S(name.to_owned()));
            item.insert("who".to_owned(), AttributeValue::S(who.to_owned()));
        }
    }
}

impl RateRecord {
    /// Fills a bucket again by then, on condition of how it was seen. Written in place: at first it is not read.
    fn fill(bucket: &Bucket, next: Timestamp, condition: &'static str) -> Change {
        let text = |text: &str| AttributeValue::S(text.to_owned());
        let record = Self {
            name: bucket.name.to_owned(),
            who: bucket.who.clone(),
            full_at: next.as_millis(),
        };
        Change {
            update: "SET #type = :type, v = :v, #name = :name, who = :who, fullAt = :next, #ttl = :ttl \
                     ADD version :one",
            condition,
            names: &[("#type", "type"), ("#name", "name"), ("#ttl", "ttl")],
            values: vec![
                (":type", text(Self::TYPE)),
                (":v", AttributeValue::N(Self::V.to_string())),
                (":name", text(&record.name)),
                (":who", text(&record.who)),
                (":next", AttributeValue::N(record.full_at.to_string())),
                (":ttl", seconds(next.plus(SPARE))),
                (":one", AttributeValue::N("1".to_owned())),
            ],
            key: record.key(),
        }
    }
}

/// Forgets tries that were counted, with the transaction that says that one was right: their buckets are full again.
pub(crate) fn forget_tries(tx: &mut Tx, tries: &[Bucket]) -> Result<(), StoreError> {
    for bucket in tries {
        tx.delete(RateRecord::TYPE, keys::rate(bucket.name, &bucket.who))?;
    }
    Ok(())
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
        let full_at = |item: Option<Item>| {
            let record = item.map(read::<RateRecord>).transpose()?;
            Ok(record.map(|record| Timestamp::from_millis(record.full_at)))
        };
        found.into_iter().map(full_at).collect()
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
            let (condition, value) = match seen {
                _ if if_full => (
                    "attribute_not_exists(pk) OR fullAt <= :now",
                    Some((":now", number(now))),
                ),
                Some(at) => ("fullAt = :seen", Some((":seen", number(*at)))),
                None => ("attribute_not_exists(pk)", None),
            };
            let mut change = RateRecord::fill(bucket, next, condition);
            change.values.extend(value);
            tx.change(RateRecord::TYPE, change)?;
        }
        match tx.commit(self.0).await {
            Ok(()) => Ok(true),
            Err(error) if error.is_condition(RateRecord::TYPE) => Ok(false),
            // Colliding with another caller's transaction on the same bucket: look again.
            Err(StoreError::Busy) => Ok(false),
            Err(error) => Err(error),
        }
    }
}

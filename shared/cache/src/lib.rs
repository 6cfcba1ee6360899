//! The cache: token buckets and hot public data, in Redis or Valkey where there is one, in this process otherwise.
//!
//! Nothing may depend on it. What it cannot answer, the table answers: a bucket is taken from there, and what was kept is
//! read again.

#![warn(missing_docs)]

mod memory;
mod quiet;
mod redis;

pub use self::redis::Redis;
pub use memory::Memory;

use async_trait::async_trait;
use proconnect_domain::{RateLimit, Timestamp};
use std::time::Duration;

/// One bucket: its name with whose it is, and its limit.
pub type Bucket = (String, RateLimit);

/// What is asked of a cache. No call fails and none takes much longer than [`PATIENCE`]: a cache that does not answer is `None`.
#[async_trait]
pub trait Cache: Send + Sync {
    /// Takes a token from each bucket, or from none: then the answer is how long to wait. `None` where buckets are not
    /// kept, or not now.
    async fn take(&self, buckets: &[Bucket], now: Timestamp) -> Option<Result<(), Duration>>;

    /// Fills buckets again, where they are kept.
    async fn forget(&self, _buckets: &[String]) {}

    /// What was put under this key, and not longer ago than it was to be kept.
    async fn get(&self, key: &str) -> Option<Vec<u8>>;

    /// Keeps a value, if it can.
    async fn put(&self, key: &str, value: &[u8], keep: Duration);

    /// Gets ready while nobody waits, as Lambda's start allows with a whole CPU.
    async fn warm(&self) {}
}

/// How long a caller waits for the cache before the table is asked.
pub const PATIENCE: Duration = Duration::from_millis(50);

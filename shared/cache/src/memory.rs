//! This process's own memory: for hot data alone.

use crate::{Bucket, Cache};
use async_trait::async_trait;
use proconnect_domain::Timestamp;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// So many values are kept at most…
const MOST: usize = 256;
/// …and none that is larger: 16 MB at most, of the 256 that a function has.
const LARGEST: usize = 64 * 1024;

/// Values in memory. It keeps no buckets: a limit has to hold for all processes together, and to outlive each.
#[derive(Default)]
pub struct Memory(Mutex<HashMap<String, (Instant, Vec<u8>)>>);

#[async_trait]
impl Cache for Memory {
    async fn take(&self, _buckets: &[Bucket], _now: Timestamp) -> Option<Result<(), Duration>> {
        None
    }

    async fn get(&self, key: &str) -> Option<Vec<u8>> {
        let values = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (until, value) = values.get(key)?;
        (*until > Instant::now()).then(|| value.clone())
    }

    async fn put(&self, key: &str, value: &[u8], keep: Duration) {
        if value.len() > LARGEST {
            return;
        }
        let now = Instant::now();
        let mut values = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if values.len() >= MOST && !values.contains_key(key) {
            values.retain(|_, (until, _)| *until > now);
        }
        if values.len() < MOST || values.contains_key(key) {
            values.insert(key.to_owned(), (now + keep, value.to_vec()));
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const LONG: Duration = Duration::from_secs(60);

    #[tokio::test]
    async fn keeps_what_is_small_for_as_long_as_it_was_told() {
        let memory = Memory::default();
        memory.put("a", b"1", LONG).await;
        memory.put("a", b"2", LONG).await;
        assert_eq!(memory.get("a").await.unwrap(), b"2");
        memory.put("b", b"1", Duration::ZERO).await;
        assert_eq!(memory.get("b").await, None);
        memory.put("c", &vec![0; LARGEST + 1], LONG).await;
        assert_eq!(memory.get("c").await, None);
    }

    #[tokio::test]
    async fn is_bounded_and_lets_go_what_is_too_old() {
        let memory = Memory::default();
        for number in 0..MOST {
            let keep = if number == 7 { Duration::ZERO } else { LONG };
            memory.put(&number.to_string(), b"x", keep).await;
        }
        memory.put("takes the place of 7", b"x", LONG).await;
        memory.put("finds none", b"x", LONG).await;
        assert!(memory.get("takes the place of 7").await.is_some());
        assert_eq!(memory.get("finds none").await, None);
        assert_eq!(memory.0.lock().unwrap().len(), MOST);
    }
}

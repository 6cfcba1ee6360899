//! Rate limits: token buckets, reckoned as one time (GCRA, the virtual scheduling form of ITU-T I.371).

use crate::Timestamp;
use std::time::Duration;

/// A bucket of `burst` tokens that gains one more every `every`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RateLimit {
    /// How many may come at once.
    pub burst: u32,
    /// How long one takes to come back.
    pub every: Duration,
}

impl RateLimit {
    /// Takes a token. `full_at` is when the bucket is full again, as it was stored; the answer is its new value, or
    /// how long to wait for a token.
    pub fn take(&self, full_at: Option<Timestamp>, now: Timestamp) -> Result<Timestamp, Duration> {
        let next = full_at.unwrap_or(now).max(now).plus(self.every);
        let debt = next.saturating_since(now);
        let most = self.every * self.burst;
        if debt > most { Err(debt - most) } else { Ok(next) }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_burst_then_one_at_a_time() {
        let limit = RateLimit {
            burst: 3,
            every: Duration::from_secs(10),
        };
        let start = Timestamp::from_millis(1_000_000);
        let mut full_at = None;
        for _ in 0..3 {
            full_at = Some(limit.take(full_at, start).unwrap());
        }
        assert_eq!(limit.take(full_at, start), Err(Duration::from_secs(10)));
        let later = start.plus(Duration::from_secs(4));
        assert_eq!(limit.take(full_at, later), Err(Duration::from_secs(6)));
        let later = start.plus(Duration::from_secs(10));
        full_at = Some(limit.take(full_at, later).unwrap());
        assert!(limit.take(full_at, later).is_err());
        // Idle long enough, the whole burst is back, and no more than that.
        let much_later = start.plus(Duration::from_secs(3600));
        for _ in 0..3 {
            full_at = Some(limit.take(full_at, much_later).unwrap());
        }
        assert!(limit.take(full_at, much_later).is_err());
    }
}

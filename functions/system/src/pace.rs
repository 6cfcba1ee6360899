//! Keeps to a rate of capacity units.

use std::time::Duration;
use tokio::time::{Instant, sleep_until};

/// A table that was busy is asked for this part of the rate; each round in which it was not brings so much back.
const LESS: f64 = 0.5;
const MORE: f64 = 1.25;
/// Never less than this, so that it goes on.
const LEAST: f64 = 2.0;

/// A rate, and since when it is kept.
pub struct Pace {
    rate: f64,
    since: Instant,
    /// What had been used by then.
    used: f64,
}

/// When work ends.
#[derive(Clone, Copy)]
pub struct Until {
    /// No page is begun after this,
    pub page: Instant,
    /// and no item after this.
    pub item: Instant,
}

impl Until {
    pub fn page_is_over(self) -> bool {
        Instant::now() >= self.page
    }

    pub fn item_is_over(self) -> bool {
        Instant::now() >= self.item
    }
}

impl Pace {
    pub fn new(rate: u32, used: f64) -> Self {
        Self {
            rate: f64::from(rate),
            since: Instant::now(),
            used,
        }
    }

    /// When so much may have been used.
    fn due(&self, used: f64) -> Instant {
        self.since + Duration::from_secs_f64((used - self.used).max(0.0) / self.rate)
    }

    /// Waits until so much may have been used, but not beyond the end.
    pub async fn keep(&self, used: f64, end: Instant) {
        let due = self.due(used).min(end);
        if due > Instant::now() {
            sleep_until(due).await;
        }
    }

    /// Goes on at this rate, or at less of it while the table is busy. What was used too fast is waited for still; what
    /// was not used is not made up for.
    pub fn go_on(&mut self, wanted: u32, busy: bool, used: f64) {
        self.since = self.due(used).max(Instant::now());
        self.used = used;
        let rate = self.rate * if busy { LESS } else { MORE };
        self.rate = rate.clamp(LEAST, f64::from(wanted));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Seconds from the beginning until so much may have been used.
    fn seconds(pace: &Pace, used: f64) -> f64 {
        (pace.due(used) - pace.since).as_secs_f64()
    }

    #[test]
    fn units_take_their_time() {
        let pace = Pace::new(100, 50.0);
        for (used, expected) in [(50.0, 0.0), (100.0, 0.5), (250.0, 2.0), (10.0, 0.0)] {
            assert!((seconds(&pace, used) - expected).abs() < 1e-6, "{used}");
        }
    }

    #[test]
    fn what_was_used_too_fast_is_waited_for() {
        let mut pace = Pace::new(100, 0.0);
        let due = pace.due(1_000.0);
        pace.go_on(100, false, 1_000.0);
        assert_eq!(pace.since, due);
        assert!((seconds(&pace, 1_100.0) - 1.0).abs() < 1e-6);
    }

    #[test]
    fn a_busy_table_is_asked_for_less_and_then_for_more_again() {
        let mut pace = Pace::new(100, 0.0);
        let mut rates = Vec::new();
        for busy in [true, true, false, false, false, false, false] {
            pace.go_on(100, busy, 0.0);
            rates.push(pace.rate.round());
        }
        assert_eq!(rates, [50.0, 25.0, 31.0, 39.0, 49.0, 61.0, 76.0]);
        for _ in 0..20 {
            pace.go_on(100, true, 0.0);
        }
        assert!((pace.rate - LEAST).abs() < 1e-6);
    }
}

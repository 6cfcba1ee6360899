//! A warning that is said once a minute, however often there is reason for it.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

const EVERY: Duration = Duration::from_secs(60);

/// When it was said last.
#[derive(Default)]
pub(crate) struct Quiet(Mutex<Option<Instant>>);

impl Quiet {
    /// Whether it is time to say it (again).
    pub(crate) fn speaks(&self, now: Instant) -> bool {
        let mut last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let speaks = last.is_none_or(|last| now.saturating_duration_since(last) >= EVERY);
        if speaks {
            *last = Some(now);
        }
        speaks
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn once_a_minute() {
        let (quiet, start) = (Quiet::default(), Instant::now());
        let said = |seconds| quiet.speaks(start + Duration::from_secs(seconds));
        let answers = [0, 0, 1, 59, 60, 61, 119, 120].map(said);
        assert_eq!(answers, [true, false, false, false, true, false, false, true]);
    }
}

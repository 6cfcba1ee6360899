//! A clock that can be moved forward; how far survives a restart.

use crate::sqlite::Sqlite;
use proconnect_domain::Timestamp;
use proconnect_runtime::{Clock, SystemClock};
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

/// The system's clock, moved forward.
pub struct MovableClock {
    offset: AtomicI64,
    state: Sqlite,
}

impl MovableClock {
    pub(crate) fn open(state: Sqlite) -> Result<Self, crate::Error> {
        let offset = state
            .setting("clock-offset")?
            .and_then(|text| text.parse().ok())
            .unwrap_or_default();
        Ok(Self {
            offset: AtomicI64::new(offset),
            state,
        })
    }

    /// Moves it forward.
    pub fn advance(&self, by: Duration) -> Result<(), crate::Error> {
        let millis = i64::try_from(by.as_millis())?;
        let offset = self.offset.fetch_add(millis, Ordering::SeqCst) + millis;
        self.state.set("clock-offset", &offset.to_string())
    }
}

impl Clock for MovableClock {
    fn now(&self) -> Timestamp {
        let offset = self.offset.load(Ordering::SeqCst);
        Timestamp::from_millis(SystemClock.now().as_millis() + offset)
    }
}

/// Reads `14d`, `12h`, `30m` or `45s`.
pub fn parse_duration(text: &str) -> Option<Duration> {
    let (number, unit) = text.trim().split_at_checked(text.trim().len().checked_sub(1)?)?;
    let seconds = match unit {
        "d" => 24 * 3600,
        "h" => 3600,
        "m" => 60,
        "s" => 1,
        _ => return None,
    };
    number
        .parse::<u32>()
        .ok()
        .map(|number| Duration::from_secs(u64::from(number) * seconds))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_read() {
        assert_eq!(parse_duration("14d"), Some(Duration::from_secs(14 * 24 * 3600)));
        assert_eq!(parse_duration(" 90s "), Some(Duration::from_secs(90)));
        for bad in ["", "d", "-1d", "1w", "1.5h", "ä"] {
            assert_eq!(parse_duration(bad), None, "{bad}");
        }
    }
}

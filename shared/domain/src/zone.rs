//! Time zones: what hour it is where somebody is.

use crate::{Date, Timestamp, ValueError};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A time zone by its name in the IANA database, such as `Europe/Berlin`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Zone(String);

impl Default for Zone {
    fn default() -> Self {
        Self("UTC".to_owned())
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Zone {
    /// A zone that the database knows, by its own spelling of the name.
    pub fn parse(name: &str) -> Result<Self, ValueError> {
        let unknown = || ValueError::new("unknown_time_zone", "Choose a time zone such as Europe/Berlin.");
        // The database of this program alone: that of the machine may have names of its own.
        let found = jiff::tz::TimeZoneDatabase::bundled().get(name);
        let zone = found.map_err(|_| unknown())?;
        zone.iana_name()
            .map(|name| Self(name.to_owned()))
            .ok_or_else(unknown)
    }

    /// The day there.
    pub fn date(&self, at: Timestamp) -> Date {
        Date::from_jiff(self.jiff().to_datetime(at.to_jiff()).date())
    }

    /// When an hour of a day begins there. An hour that is skipped as clocks go forward begins as they do; of one that comes
    /// twice it is the first.
    pub fn moment(&self, date: Date, hour: u8) -> Timestamp {
        let hour = i8::try_from(hour).unwrap_or_default();
        let local = date.to_jiff().at(hour, 0, 0, 0);
        let at = self.jiff().to_ambiguous_timestamp(local).compatible();
        at.map_or(Timestamp::from_millis(i64::MAX), Timestamp::from_jiff)
    }

    /// The next time that an hour begins there, and on which day: later than `now`, and on a later day than `after`.
    pub fn next(&self, hour: u8, after: Option<Date>, now: Timestamp) -> (Date, Timestamp) {
        let mut date = self.date(now);
        if let Some(after) = after.filter(|after| *after >= date) {
            date = after.next();
        }
        loop {
            let at = self.moment(date, hour);
            if at > now {
                return (date, at);
            }
            date = date.next();
        }
    }

    /// A name that a later database has lost stands for UTC.
    fn jiff(&self) -> jiff::tz::TimeZone {
        let found = jiff::tz::TimeZoneDatabase::bundled().get(&self.0);
        found.unwrap_or(jiff::tz::TimeZone::UTC)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn a_zone_is_one_of_the_database() {
        for (given, name) in [
            ("Europe/Berlin", "Europe/Berlin"),
            ("europe/berlin", "Europe/Berlin"),
            ("UTC", "UTC"),
            ("Asia/Calcutta", "Asia/Calcutta"),
        ] {
            assert_eq!(Zone::parse(given).unwrap().to_string(), name);
        }
        for wrong in [
            "",
            "Berlin",
            "Europe/Atlantis",
            "+02:00",
            "../etc/passwd",
            "posixrules",
        ] {
            assert!(Zone::parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn an_hour_comes_once_a_day_also_when_clocks_are_changed() {
        // (zone, hour, now, the next day and moment)
        for (zone, hour, now, date, next) in [
            (
                "Europe/Berlin",
                8,
                "2026-11-27T06:59:59Z",
                "2026-11-27",
                "2026-11-27T07:00:00.000Z",
            ),
            // At the very moment it has come, and the next is tomorrow's.
            (
                "Europe/Berlin",
                8,
                "2026-11-27T07:00:00Z",
                "2026-11-28",
                "2026-11-28T07:00:00.000Z",
            ),
            // Two is skipped: clocks go from two to three.
            (
                "Europe/Berlin",
                2,
                "2026-03-29T00:30:00Z",
                "2026-03-29",
                "2026-03-29T01:00:00.000Z",
            ),
            // Two comes twice: the first counts.
            (
                "Europe/Berlin",
                2,
                "2026-10-24T23:30:00Z",
                "2026-10-25",
                "2026-10-25T00:00:00.000Z",
            ),
            (
                "Europe/Berlin",
                2,
                "2026-10-25T00:30:00Z",
                "2026-10-26",
                "2026-10-26T01:00:00.000Z",
            ),
            (
                "Asia/Kathmandu",
                8,
                "2026-11-27T02:14:00Z",
                "2026-11-27",
                "2026-11-27T02:15:00.000Z",
            ),
            (
                "Pacific/Auckland",
                8,
                "2026-11-27T20:00:00Z",
                "2026-11-29",
                "2026-11-28T19:00:00.000Z",
            ),
        ] {
            let found = Zone::parse(zone).unwrap().next(hour, None, at(now));
            assert_eq!(
                (found.0.to_string().as_str(), found.1.to_string().as_str()),
                (date, next),
                "{zone} {now}"
            );
        }
    }

    #[test]
    fn no_day_comes_twice_whoever_moves() {
        let (auckland, honolulu) = (
            Zone::parse("Pacific/Auckland").unwrap(),
            Zone::parse("Pacific/Honolulu").unwrap(),
        );
        let now = at("2026-11-27T20:00:00Z");
        let today = auckland.date(now);
        assert_eq!(today.to_string(), "2026-11-28");
        assert_eq!(honolulu.next(18, Some(today), now).0.to_string(), "2026-11-29");
        assert_eq!(honolulu.next(18, None, now).0.to_string(), "2026-11-27");
    }
}

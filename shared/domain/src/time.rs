//! Instants and dates, always UTC.

use crate::ValueError;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;
use std::time::Duration;

/// One minute.
pub const MINUTE: Duration = Duration::from_secs(60);
/// One hour.
pub const HOUR: Duration = Duration::from_secs(3600);
/// Twenty-four hours.
pub const DAY: Duration = Duration::from_secs(24 * 3600);

/// An instant in milliseconds. Written as RFC 3339 in UTC with three digits of a second, so that its text sorts
/// as it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(i64);

impl Timestamp {
    /// From milliseconds since 1970.
    pub const fn from_millis(millis: i64) -> Self {
        Self(millis)
    }
    /// Milliseconds since 1970.
    pub const fn as_millis(self) -> i64 {
        self.0
    }
    /// From the clock, rounded down to a millisecond.
    pub fn from_jiff(at: jiff::Timestamp) -> Self {
        Self(at.as_millisecond())
    }
    /// Later by `by`.
    pub fn plus(self, by: Duration) -> Self {
        Self(
            self.0
                .saturating_add(i64::try_from(by.as_millis()).unwrap_or(i64::MAX)),
        )
    }
    /// Earlier by `by`.
    pub fn minus(self, by: Duration) -> Self {
        Self(
            self.0
                .saturating_sub(i64::try_from(by.as_millis()).unwrap_or(i64::MAX)),
        )
    }
    /// How long ago `earlier` was; zero if it is in the future.
    pub fn saturating_since(self, earlier: Timestamp) -> Duration {
        Duration::from_millis(u64::try_from(self.0.saturating_sub(earlier.0)).unwrap_or_default())
    }
    /// For people: `7 December 2026, 14:30 UTC`.
    pub fn human(self) -> String {
        self.to_jiff().strftime("%-d %B %Y, %H:%M UTC").to_string()
    }
    pub(crate) fn to_jiff(self) -> jiff::Timestamp {
        jiff::Timestamp::from_millisecond(self.0).unwrap_or(jiff::Timestamp::MAX)
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.to_jiff().strftime("%Y-%m-%dT%H:%M:%S%.3fZ"))
    }
}

impl FromStr for Timestamp {
    type Err = ValueError;
    fn from_str(text: &str) -> Result<Self, ValueError> {
        let parsed: Result<jiff::Timestamp, _> = text.parse();
        parsed
            .map(Self::from_jiff)
            .map_err(|_| ValueError::new("invalid_time", "Use an RFC 3339 time with an offset."))
    }
}

/// A calendar day, as `2026-12-31`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(jiff::civil::Date);

impl Date {
    pub(crate) fn from_jiff(date: jiff::civil::Date) -> Self {
        Self(date)
    }
    pub(crate) fn to_jiff(self) -> jiff::civil::Date {
        self.0
    }
    /// The day after it.
    pub fn next(self) -> Self {
        Self(self.0.tomorrow().unwrap_or(jiff::civil::Date::MAX))
    }
    /// The day of an instant, in UTC.
    pub fn of(at: Timestamp) -> Self {
        Self(jiff::tz::Offset::UTC.to_datetime(at.to_jiff()).date())
    }
    /// Its year.
    pub fn year(self) -> i16 {
        self.0.year()
    }
    /// For people: `7 December 2026`.
    pub fn human(self) -> String {
        self.0.strftime("%-d %B %Y").to_string()
    }
    /// Whether the day is over wherever people are: the last places to see it end are twelve hours behind UTC.
    pub fn is_past_everywhere(self, now: Timestamp) -> bool {
        self < Self::of(now.minus(12 * HOUR))
    }
    /// The last moment of the day, in UTC.
    pub fn end(self) -> Timestamp {
        let last = self.0.at(23, 59, 59, 999_000_000);
        let at = jiff::tz::Offset::UTC.to_timestamp(last);
        at.map_or(Timestamp(i64::MAX), Timestamp::from_jiff)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl FromStr for Date {
    type Err = ValueError;
    fn from_str(text: &str) -> Result<Self, ValueError> {
        let parsed: Result<jiff::civil::Date, _> = text.parse();
        parsed
            .map(Self)
            .map_err(|_| ValueError::new("invalid_date", "Use a date such as 2026-12-31."))
    }
}

/// The latest moment that a filter means: an instant, or the end of a day (`2026-12-31`, in UTC).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Until(pub Timestamp);

impl FromStr for Until {
    type Err = ValueError;
    fn from_str(text: &str) -> Result<Self, ValueError> {
        let day = text
            .parse::<Date>()
            .ok()
            .filter(|_| text.len() == "2026-12-31".len());
        match day {
            Some(day) => Ok(Self(day.end())),
            None => text.parse().map(Self),
        }
    }
}

impl fmt::Display for Until {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

macro_rules! as_text {
    ($type:ident, $schema:tt) => {
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                text.parse()
                    .map_err(|error: ValueError| serde::de::Error::custom(error.message))
            }
        }
        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                stringify!($type).into()
            }
            fn inline_schema() -> bool {
                true
            }
            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    };
}
as_text!(Timestamp, {"type": "string", "format": "date-time"});
as_text!(Date, {"type": "string", "format": "date"});
as_text!(Until, {"type": "string", "anyOf": [{"format": "date-time"}, {"format": "date"}]});

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn any_offset_is_read_and_utc_with_milliseconds_is_written() {
        let at: Timestamp = "2026-11-23T21:49:00.1239+01:00".parse().unwrap();
        assert_eq!(at.to_string(), "2026-11-23T20:49:00.123Z");
        assert_eq!(at.human(), "23 November 2026, 20:49 UTC");
        assert_eq!(Date::of(at).to_string(), "2026-11-23");
        assert_eq!(Date::of(at).human(), "23 November 2026");
        assert_eq!(at.plus(DAY).saturating_since(at), DAY);
        assert_eq!(at.saturating_since(at.plus(DAY)), Duration::ZERO);
    }

    #[test]
    fn a_day_lasts_until_it_is_over_everywhere() {
        let day: Date = "2026-12-01".parse().unwrap();
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        assert!(!day.is_past_everywhere(at("2026-12-02T11:59:59Z")));
        assert!(day.is_past_everywhere(at("2026-12-02T12:00:00Z")));
        let until = |text: &str| text.parse::<Until>().map(|until| until.0);
        assert_eq!(until("2026-12-01"), Ok(at("2026-12-01T23:59:59.999Z")));
        assert_eq!(until("2026-12-01T10:00:00Z"), Ok(at("2026-12-01T10:00:00Z")));
        assert!(until("soon").is_err());
    }

    #[test]
    fn nonsense_is_refused() {
        for text in ["", "tomorrow", "2026-13-01T00:00:00Z", "2026-11-23T21:49:00"] {
            assert!(text.parse::<Timestamp>().is_err(), "{text}");
        }
        assert!("2026-02-30".parse::<Date>().is_err());
    }
}

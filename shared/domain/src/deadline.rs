//! Deadlines that come near, so that who must act is reminded.

use crate::{Actor, DAY, Timestamp};

/// How many days before a deadline who must act is reminded of it, once each.
pub const REMINDED: [u8; 2] = [3, 1];

/// What somebody has to do by some time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deadline {
    /// What is to be done.
    pub task: Duty,
    /// Who has to do it.
    pub actor: Actor,
    /// By when.
    pub at: Timestamp,
}

/// What a deadline is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Duty {
    /// To act before a clock ends, after which silence does something.
    Answer,
    /// To hand work in by its due date. Silence does nothing.
    HandIn,
}

impl Deadline {
    /// The first moment after this one at which somebody is to be reminded. It may have passed.
    pub fn next_reminder(&self, after: Timestamp) -> Option<Timestamp> {
        let moments = REMINDED.map(|days| self.reminder(days));
        moments.into_iter().filter(|moment| *moment > after).min()
    }

    /// How many days are left, at most, if such a moment lies after `after` and not after `now`. Of several the last one: who
    /// hears late hears once. Nothing once the deadline is over.
    pub fn came_near(&self, after: Timestamp, now: Timestamp) -> Option<u8> {
        let crossed = |days: &u8| {
            let moment = self.reminder(*days);
            after < moment && moment <= now
        };
        REMINDED
            .into_iter()
            .filter(crossed)
            .min()
            .filter(|_| now < self.at)
    }

    /// Whether it is still so near that somebody may be told that this many days are left.
    pub fn is_near(&self, days: u8, now: Timestamp) -> bool {
        self.reminder(days) <= now && now < self.at
    }

    fn reminder(&self, days: u8) -> Timestamp {
        self.at.minus(DAY * u32::from(days))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::{Date, HOUR, MINUTE};

    fn deadline() -> Deadline {
        Deadline {
            task: Duty::HandIn,
            actor: Actor::Freelancer,
            at: "2026-12-10T12:00:00Z".parse().unwrap(),
        }
    }

    #[test]
    fn each_line_is_crossed_once_and_whoever_comes_late_is_told_of_the_last() {
        let deadline = deadline();
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let cases = [
            ("2026-12-01T00:00:00Z", "2026-12-07T11:59:59Z", None),
            ("2026-12-01T00:00:00Z", "2026-12-07T12:00:00Z", Some(3)),
            ("2026-12-07T12:00:00Z", "2026-12-09T11:59:59Z", None),
            ("2026-12-07T12:00:00Z", "2026-12-09T12:00:00Z", Some(1)),
            ("2026-12-01T00:00:00Z", "2026-12-09T18:00:00Z", Some(1)),
            ("2026-12-09T12:00:00Z", "2026-12-10T11:59:59Z", None),
            ("2026-12-01T00:00:00Z", "2026-12-10T12:00:00Z", None),
        ];
        for (after, now, told) in cases {
            assert_eq!(deadline.came_near(at(after), at(now)), told, "{after} {now}");
        }
    }

    #[test]
    fn every_moment_has_its_turn_however_it_is_walked_to() {
        let deadline = deadline();
        for step in [7 * MINUTE, 5 * HOUR, 30 * HOUR] {
            let (mut looked, mut told) = (deadline.at.minus(DAY * 9), Vec::new());
            while let Some(moment) = deadline.next_reminder(looked) {
                // The timer comes late by as much.
                let now = moment.plus(step);
                told.extend(deadline.came_near(looked, now));
                looked = now;
            }
            let expected: &[u8] = if step > DAY { &[3] } else { &[3, 1] };
            assert_eq!(told, expected, "{step:?}");
        }
    }

    #[test]
    fn what_is_put_off_is_near_no_more_and_is_told_of_again() {
        let old = deadline();
        let now = old.at.minus(DAY);
        let new = Deadline {
            at: old.at.plus(DAY * 7),
            ..old
        };
        assert!(old.is_near(1, now) && !new.is_near(1, now) && !old.is_near(1, old.at));
        assert_eq!(new.next_reminder(now), Some(new.at.minus(DAY * 3)));
    }

    /// A due date is a day without a zone, and counts by UTC: who lives elsewhere hears no less than ten hours and no more
    /// than three days and a half before their own day ends.
    #[test]
    fn wherever_they_live_they_hear_before_their_own_day_ends() {
        let due: Date = "2026-12-10".parse().unwrap();
        let deadline = Deadline {
            at: due.end(),
            ..deadline()
        };
        for offset in -12..=14_i64 {
            let own_end = Timestamp::from_millis(due.end().as_millis() - offset * 3_600_000);
            for days in REMINDED {
                let hours = own_end.saturating_since(deadline.reminder(days)).as_secs() / 3600;
                let named = u64::from(days) * 24;
                assert!(
                    (named - 14..=named + 12).contains(&hours),
                    "{offset} {days}: {hours}"
                );
            }
        }
    }
}

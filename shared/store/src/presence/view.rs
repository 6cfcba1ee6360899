//! Presence as the API returns it.

use super::{PresenceRecord, Window};
use proconnect_api::{Presence, PresenceStatus};
use proconnect_domain::Timestamp;

impl PresenceRecord {
    /// What others see: the most present window counts.
    pub fn at(&self, now: Timestamp) -> Presence {
        let status = |window: &Window| match window.is_away {
            true => PresenceStatus::Away,
            false => PresenceStatus::Online,
        };
        let open = self.windows.iter().filter(|window| window.is_open(now));
        let status = open.map(status).max().unwrap_or(PresenceStatus::Offline);
        Presence {
            status,
            last_seen_at: (status != PresenceStatus::Online).then_some(self.last_seen_at),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::record::MOST;
    use super::*;
    use proconnect_domain::MINUTE;
    use std::time::Duration;

    fn at(minutes: u32) -> Timestamp {
        Timestamp::from_millis(1_795_694_400_000).plus(MINUTE * minutes)
    }

    #[test]
    fn the_most_present_window_counts_and_silence_ends_it() {
        let mut felix = PresenceRecord::new("usr_01ARZ3NDEKTSV4RRFFQ69G5FAV".parse().unwrap(), at(0));
        felix.hear("phone", None, at(0));
        felix.hear("desk", None, at(0));
        felix.hear("phone", Some(true), at(5));
        assert_eq!(felix.at(at(5)).status, PresenceStatus::Online);
        felix.hear("desk", Some(true), at(6));
        // A ping of a window that nobody sits before brings nobody back.
        felix.hear("desk", None, at(9));
        let away = felix.at(at(9));
        assert_eq!(
            (away.status, away.last_seen_at),
            (PresenceStatus::Away, Some(at(6)))
        );
        felix.close("desk", at(10));
        assert_eq!(felix.at(at(16)).status, PresenceStatus::Away, "the phone");
        let gone = felix.at(at(16).plus(Duration::from_millis(1)));
        assert_eq!(
            (gone.status, gone.last_seen_at),
            (PresenceStatus::Offline, Some(at(6)))
        );
        felix.hear("phone", Some(false), at(30));
        let back = felix.at(at(30));
        assert_eq!((back.status, back.last_seen_at), (PresenceStatus::Online, None));
        felix.close("phone", at(31));
        felix.close("phone", at(40));
        assert_eq!(felix.at(at(41)).last_seen_at, Some(at(31)));
    }

    #[test]
    fn windows_do_not_pile_up() {
        let mut many = PresenceRecord::new("usr_01ARZ3NDEKTSV4RRFFQ69G5FAV".parse().unwrap(), at(0));
        for number in 0..60 {
            many.hear(&number.to_string(), None, at(0));
        }
        assert_eq!(many.windows.len(), MOST);
        many.hear("late", None, at(12));
        assert_eq!(many.windows.len(), 1, "the others are silent");
    }
}

//! How soon somebody answers (ADR 95).

use proconnect_domain::{TypedId as _, UserId};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;
use std::collections::BTreeMap;

/// Names of a change in place: where it is noted, and the account's state.
pub(super) type Place = [(&'static str, &'static str); 2];

const fn place(attribute: &'static str) -> Place {
    [("#reply", attribute), ("#status", "status")]
}

static PLACES: [Place; 10] = [
    place("reply0"),
    place("reply1"),
    place("reply2"),
    place("reply3"),
    place("reply4"),
    place("reply5"),
    place("reply6"),
    place("reply7"),
    place("reply8"),
    place("reply9"),
];

/// What stands for an answer that has not come: longer than any.
pub(super) const WAITING: u32 = u32::MAX;

/// Fewer say nothing.
const FEWEST: usize = 3;

/// Minutes of a week. What takes longer is no answer that anybody would wait for.
const LONGEST: u32 = 7 * 24 * 60;

/// How many minutes people who had written to somebody first waited for an answer: the newest ten or so. Each of them has a place by
/// a share of their id's randomness, an attribute of the account's own, so that it is written without being read. Whoever comes
/// to the same place later takes it over, and nobody has two.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Replies([Option<u32>; PLACES.len()]);

impl Replies {
    /// In how many minutes most of them had an answer: the median, of two the longer. Nothing with fewer than three, and nothing
    /// when most wait still, or waited more than a week.
    pub(crate) fn minutes(self) -> Option<u32> {
        let mut waits: Vec<u32> = self.0.into_iter().flatten().collect();
        waits.sort_unstable();
        let median = waits.get(waits.len() / 2).copied();
        median.filter(|median| waits.len() >= FEWEST && *median <= LONGEST)
    }
}

/// Where the wait of an asker is noted, as an expression names it.
pub(super) fn place_of(asker: UserId) -> &'static Place {
    let [first, ..] = &PLACES;
    let turn = (asker.ulid().0 >> 8) % u128::try_from(PLACES.len()).unwrap_or(1);
    usize::try_from(turn)
        .ok()
        .and_then(|turn| PLACES.get(turn))
        .unwrap_or(first)
}

fn attributes() -> impl Iterator<Item = &'static str> {
    PLACES.iter().map(|[(_, attribute), _]| *attribute)
}

impl Serialize for Replies {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let noted = attributes().zip(self.0).filter(|(_, minutes)| minutes.is_some());
        serializer.collect_map(noted)
    }
}

impl<'de> Deserialize<'de> for Replies {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // It is one of several parts of an account, among whose attributes it finds its own.
        let all = BTreeMap::<String, Value>::deserialize(deserializer)?;
        let mut replies = Self::default();
        for (noted, attribute) in replies.0.iter_mut().zip(attributes()) {
            *noted = all
                .get(attribute)
                .and_then(Value::as_u64)
                .and_then(|n| u32::try_from(n).ok());
        }
        Ok(replies)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::person::SHOWN;

    fn minutes(noted: &[u32]) -> Option<u32> {
        let mut replies = Replies::default();
        for (place, wait) in replies.0.iter_mut().zip(noted) {
            *place = Some(*wait);
        }
        replies.minutes()
    }

    #[test]
    fn most_must_have_had_an_answer_within_a_week() {
        assert_eq!(minutes(&[]), None);
        assert_eq!(minutes(&[5, 5]), None);
        assert_eq!(minutes(&[90, 1, 5]), Some(5));
        assert_eq!(minutes(&[90, 1, 5, 60]), Some(60));
        assert_eq!(minutes(&[5, WAITING, 5]), Some(5));
        assert_eq!(minutes(&[5, WAITING, 5, WAITING]), None);
        assert_eq!(minutes(&[LONGEST; 10]), Some(LONGEST));
        assert_eq!(minutes(&[LONGEST + 1; 10]), None);
    }

    #[test]
    fn each_place_is_shown_and_reached() {
        for attribute in attributes() {
            assert!(SHOWN.split(", ").any(|shown| shown == attribute), "{attribute}");
        }
        let id = |number: u128| UserId::from_ulid(ulid::Ulid(number << 8));
        let reached: Vec<&Place> = (0..10).map(|number| place_of(id(number))).collect();
        assert_eq!(reached, PLACES.iter().collect::<Vec<_>>());
    }

    #[test]
    fn it_is_found_among_other_attributes_and_leaves_no_empty_ones() {
        let account = serde_json::json!({"name": "Fiona", "reply3": 7, "reply9": WAITING, "payout": null, "reply0": "x"});
        let replies: Replies = serde_json::from_value(account).unwrap();
        let written = serde_json::to_value(replies).unwrap();
        assert_eq!(written, serde_json::json!({"reply3": 7, "reply9": WAITING}));
    }
}

//! Turns of what falls due. Whoever takes a turn moves it behind by that, before anything is done: what always fails comes
//! up less and less often, and keeps nothing else from its turn.

use crate::items::{Item, key_item, text};
use crate::keys::{self, Key};
use crate::shards::Shards;
use crate::{Store, StoreError};
use aws_sdk_dynamodb::types::{AttributeValue, ReturnConsumedCapacity};
use proconnect_domain::{HOUR, MINUTE, Timestamp};
use std::time::Duration;

/// The second try comes so long after the first, and each further one after twice as long,
const FIRST_PAUSE: Duration = MINUTE.saturating_mul(5);
/// up to this.
const LONGEST_PAUSE: Duration = HOUR.saturating_mul(6);

/// Something that fell due, to be read anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// Its id.
    pub id: String,
    /// How often its turn was taken, and nothing came of it.
    pub tries: u32,
    /// Its place in the index: the time, the id, and the tries, once there are some.
    place: String,
}

impl Due {
    pub(crate) fn read(item: &Item) -> Option<Self> {
        let place = text(item, "duesk");
        let mut parts = place.split('#').skip(1);
        let id = parts.next()?.to_owned();
        let tries = parts.next().map_or(Ok(0), str::parse).ok()?;
        Some(Self { id, tries, place })
    }

    fn next_place(&self, now: Timestamp) -> String {
        let doubled = FIRST_PAUSE.saturating_mul(1 << self.tries.min(16));
        let until = now.plus(doubled.min(LONGEST_PAUSE));
        format!("{}#{}", keys::due_sort(until, &self.id), self.tries + 1)
    }
}

impl Store {
    /// What is due by then, the oldest first; of each shard at most so much.
    pub(crate) async fn due(
        &self,
        shards: Shards,
        by: Timestamp,
        limit: u32,
    ) -> Result<Vec<Due>, StoreError> {
        let items = self.all_due(shards, by, limit).await?;
        Ok(items.iter().filter_map(Due::read).collect())
    }

    /// Takes a turn; `false` when somebody else has taken it, or it is not due any more. The record itself stays as it was
    /// read, version and all: once it is written again, it stands where its own clock puts it. The key follows from the kind
    /// of thing and its id, so that a function may take the turns of its own kinds and write nothing else.
    pub(crate) async fn take_turn(&self, key: Key, due: &Due, now: Timestamp) -> Result<bool, StoreError> {
        let outcome = self
            .client
            .update_item()
            .table_name(&*self.table)
            .set_key(Some(key_item(key)))
            .update_expression("SET duesk = :next")
            .condition_expression("duesk = :place")
            .expression_attribute_values(":place", AttributeValue::S(due.place.clone()))
            .expression_attribute_values(":next", AttributeValue::S(due.next_place(now)))
            .return_consumed_capacity(ReturnConsumedCapacity::Total)
            .send()
            .await;
        match outcome {
            Ok(output) => self.meter.count(true, output.consumed_capacity()),
            Err(error) => {
                let refusal = error.as_service_error();
                return match refusal.is_some_and(|error| error.is_conditional_check_failed_exception()) {
                    true => Ok(false),
                    false => Err(StoreError::from_sdk(error)),
                };
            }
        }
        Ok(true)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn due(place: &str) -> Due {
        let item = [("pk", "TASK#1"), ("sk", "#TASK"), ("duesk", place)];
        let item = item.map(|(name, value)| (name.to_owned(), AttributeValue::S(value.to_owned())));
        Due::read(&item.into()).unwrap()
    }

    #[test]
    fn each_try_moves_further_behind_up_to_six_hours() {
        let now = Timestamp::from_millis(1_800_000_000_000);
        let mut item = due(&keys::due_sort(now, "tsk_1"));
        let mut pauses = Vec::new();
        for tries in 0..9 {
            assert_eq!((item.id.as_str(), item.tries), ("tsk_1", tries));
            let place = item.next_place(now);
            let until: Timestamp = place.split('#').next().unwrap().parse().unwrap();
            pauses.push((until.as_millis() - now.as_millis()) / 60_000);
            item = due(&place);
        }
        assert_eq!(pauses, [5, 10, 20, 40, 80, 160, 320, 360, 360]);
        item.tries = u32::MAX - 1;
        assert!(item.next_place(now).ends_with("#4294967295"));
    }
}

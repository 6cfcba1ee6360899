//! Opaque cursors: DynamoDB's `LastEvaluatedKey`, encoded, bound to the list that made it.

use crate::StoreError;
use crate::items::Item;
use aws_sdk_dynamodb::types::AttributeValue;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use std::collections::{BTreeMap, HashMap};

/// One page of a list, and where the next one begins.
#[derive(Debug, Clone)]
pub struct Listed<T> {
    /// The things on this page.
    pub items: Vec<T>,
    /// The cursor of the next page.
    pub next_cursor: Option<String>,
    /// How many more there are on this page, which cannot be read.
    pub left_out: usize,
}

impl Listed<Item> {
    /// What can be read of it. The rest is left out: one bad item takes nothing away but itself. Its reader has reported it.
    pub(crate) fn readable<T>(self, read: impl Fn(Item) -> Result<T, StoreError>) -> Listed<T> {
        let all = self.items.len();
        let items = readable(self.items, read);
        Listed {
            left_out: self.left_out + all - items.len(),
            items,
            next_cursor: self.next_cursor,
        }
    }
}

impl<T> Listed<T> {
    /// The same page of something else.
    pub fn map<U>(self, change: impl FnMut(T) -> U) -> Listed<U> {
        Listed {
            items: self.items.into_iter().map(change).collect(),
            next_cursor: self.next_cursor,
            left_out: self.left_out,
        }
    }

    /// The page, unless something was left out of it: for those who must pass nothing over.
    pub fn whole(self) -> Result<Self, StoreError> {
        nothing_left_out(self.left_out)?;
        Ok(self)
    }
}

/// `Unreadable` if something was.
pub(crate) fn nothing_left_out(left_out: usize) -> Result<(), StoreError> {
    match left_out {
        0 => Ok(()),
        _ => Err(StoreError::Unreadable {
            id: "a list".to_owned(),
            reason: format!("{left_out} of its items were left out"),
        }),
    }
}

/// The items that can be read.
pub(crate) fn readable<T>(
    items: impl IntoIterator<Item = Item>,
    read: impl Fn(Item) -> Result<T, StoreError>,
) -> Vec<T> {
    items.into_iter().filter_map(|item| read(item).ok()).collect()
}

type Attributes = HashMap<String, AttributeValue>;

/// `list` names the partition that was read: a cursor of another list, or of another person, is refused.
pub(crate) fn encode(list: &str, last: Option<&Attributes>) -> Option<String> {
    let keys: BTreeMap<&str, &String> = last?
        .iter()
        .filter_map(|(name, value)| Some((name.as_str(), value.as_s().ok()?)))
        .collect();
    let json = serde_json::to_vec(&(list, keys)).ok()?;
    Some(URL_SAFE_NO_PAD.encode(json))
}

/// The keys that a list may go on from, by the attributes of its index: these, no more and no fewer. Whatever else a cursor
/// holds was not made here; DynamoDB would refuse it as a mistake of ours, or go on somewhere else.
pub(crate) struct Bounds<'a>(Vec<(String, Bound<'a>)>);

enum Bound<'a> {
    Is(&'a str),
    Begins(&'a str),
}

/// DynamoDB's limit for sort keys, in bytes; partition keys may have twice that, and ours never do.
const LONGEST: usize = 1024;

impl<'a> Bounds<'a> {
    /// Of a partition of the table, or of an index, in which an item is named by the table's keys as well.
    pub(crate) fn of(index: Option<&str>, partition: &'a str, prefix: &'a str) -> Self {
        let name = |key: &str| format!("{}{key}", index.unwrap_or_default());
        let mut bounds = vec![
            (name("pk"), Bound::Is(partition)),
            (name("sk"), Bound::Begins(prefix)),
        ];
        if index.is_some() {
            bounds.extend(["pk", "sk"].map(|key| (key.to_owned(), Bound::Begins(""))));
        }
        Self(bounds)
    }

    /// Of all partitions of a list at once, which go by the index's sort key.
    pub(crate) fn of_all(index: &str) -> Self {
        Self(vec![(format!("{index}sk"), Bound::Begins(""))])
    }

    fn allow(&self, keys: &BTreeMap<String, String>) -> bool {
        let fits = |(name, bound): &(String, Bound<'_>)| {
            let value = keys
                .get(name)
                .filter(|value| (1..=LONGEST).contains(&value.len()));
            value.is_some_and(|value| match bound {
                Bound::Is(text) => value == text,
                Bound::Begins(text) => value.starts_with(text),
            })
        };
        keys.len() == self.0.len() && self.0.iter().all(fits)
    }
}

pub(crate) fn decode(
    list: &str,
    cursor: Option<&str>,
    bounds: &Bounds<'_>,
) -> Result<Option<Attributes>, StoreError> {
    let Some(cursor) = cursor.filter(|cursor| !cursor.is_empty()) else {
        return Ok(None);
    };
    let json = URL_SAFE_NO_PAD.decode(cursor).map_err(|_| StoreError::Cursor)?;
    let (found, keys): (String, BTreeMap<String, String>) =
        serde_json::from_slice(&json).map_err(|_| StoreError::Cursor)?;
    if found != list || !bounds.allow(&keys) {
        return Err(StoreError::Cursor);
    }
    Ok(Some(
        keys.into_iter()
            .map(|(name, value)| (name, AttributeValue::S(value)))
            .collect(),
    ))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const LIST: &str = "gsi3CLIENT#1#TASKS";

    fn bounds() -> Bounds<'static> {
        Bounds::of(Some("gsi3"), "CLIENT#1#TASKS", "tsk_")
    }

    fn cursor(keys: &[(&str, &str)]) -> String {
        let keys = keys
            .iter()
            .map(|(name, value)| ((*name).to_owned(), AttributeValue::S((*value).to_owned())));
        encode(LIST, Some(&keys.collect())).unwrap()
    }

    #[test]
    fn a_cursor_comes_back_and_is_bound_to_its_list() {
        let good = [
            ("gsi3pk", "CLIENT#1#TASKS"),
            ("gsi3sk", "tsk_1"),
            ("pk", "TASK#1"),
            ("sk", "#TASK"),
        ];
        let found = decode(LIST, Some(&cursor(&good)), &bounds()).unwrap().unwrap();
        assert_eq!(
            (found.len(), &found["pk"]),
            (4, &AttributeValue::S("TASK#1".to_owned()))
        );
        for other in ["gsi3CLIENT#2#TASKS", "CLIENT#1#TASKS"] {
            let refused = decode(other, Some(&cursor(&good)), &bounds());
            assert!(matches!(refused, Err(StoreError::Cursor)));
        }
        assert!(matches!(
            decode(LIST, Some("?"), &bounds()),
            Err(StoreError::Cursor)
        ));
        assert_eq!(decode(LIST, None, &bounds()).unwrap(), None);
    }

    #[test]
    fn what_no_list_wrote_is_refused() {
        let good = [
            ("gsi3pk", "CLIENT#1#TASKS"),
            ("gsi3sk", "tsk_1"),
            ("pk", "TASK#1"),
            ("sk", "#TASK"),
        ];
        let long = "x".repeat(LONGEST + 1);
        let changed = |at: usize, key: (&'static str, &str)| {
            let mut keys: Vec<(&str, String)> = good
                .iter()
                .map(|(name, value)| (*name, (*value).to_owned()))
                .collect();
            keys[at] = (key.0, key.1.to_owned());
            let keys: Vec<(&str, &str)> = keys.iter().map(|(name, value)| (*name, value.as_str())).collect();
            cursor(&keys)
        };
        let mut more = good.to_vec();
        more.push(("card", "x"));
        for bad in [
            cursor(&more),
            cursor(&good[..3]),
            changed(2, ("pk", "")),
            changed(2, ("pk", &long)),
            changed(2, ("gsi2pk", "TASK#1")),
            changed(0, ("gsi3pk", "CLIENT#2#TASKS")),
            changed(1, ("gsi3sk", "SESSION#1")),
        ] {
            let found = decode(LIST, Some(&bad), &bounds());
            assert!(matches!(found, Err(StoreError::Cursor)), "{found:?}");
        }
    }
}

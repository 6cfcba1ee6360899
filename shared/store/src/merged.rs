//! Lists that are written in several partitions, read as one.

use crate::cursor::Bounds;
use crate::items::{Item, text};
use crate::record::{Card, read_card};
use crate::shards::Shards;
use crate::table::{Query, Sort};
use crate::{Listed, Store, StoreError, cursor, keys};
use aws_sdk_dynamodb::types::AttributeValue;
use futures_util::future::join_all;
use proconnect_domain::Timestamp;
use std::collections::HashMap;

impl Store {
    /// One page of such a list, in the order of its sort key: all partitions are read at once, so it is one round trip. Of
    /// each, `query.limit` items are looked at, and at most `limit` cards come back. The cursor goes on behind the last that
    /// was shown, or else behind the last up to which every partition was looked at.
    pub(crate) async fn merged<C: Card>(
        &self,
        shards: Shards,
        query: Query<'_>,
        limit: u32,
    ) -> Result<Listed<C>, StoreError> {
        let index = query.index.unwrap_or_default();
        let (list, sort) = (format!("{index}{}", shards.name), format!("{index}sk"));
        let after =
            cursor::decode(&list, query.cursor, &Bounds::of_all(index))?.map(|keys| text(&keys, &sort));
        let one = self.metered();
        let pages = shards.all().map(|partition| {
            one.query(Query {
                partition,
                cursor: None,
                sort: after.clone().map_or(Sort::All, Sort::Beyond),
                filter: query.filter.clone(),
                ..query
            })
        });
        let pages = join_all(pages).await;
        self.meter.at_once(one.meter.reading());
        let pages = pages.into_iter().collect::<Result<Vec<_>, _>>()?;
        let ends = shards.all().zip(&pages).map(|(partition, page)| {
            let bounds = Bounds::of(query.index, &partition, "");
            let list = format!("{index}{partition}");
            let end = cursor::decode(&list, page.next_cursor.as_deref(), &bounds)?;
            Ok(end.map(|keys| text(&keys, &sort)))
        });
        let ends = ends.collect::<Result<Vec<_>, StoreError>>()?;
        let items = pages.into_iter().flat_map(|page| page.items).collect();
        let page = Order {
            sort,
            newest_first: query.newest_first,
        }
        .page(items, ends, limit as usize);
        let next = |after: String| HashMap::from([(format!("{index}sk"), AttributeValue::S(after))]);
        let page = Listed {
            items: page.0,
            next_cursor: page.1.and_then(|after| cursor::encode(&list, Some(&next(after)))),
            left_out: 0,
        };
        Ok(page.readable(read_card))
    }
}

impl Store {
    /// One page of what somebody has on either side: `gsi2` as the one who hires, `gsi3` as the one who is hired, in
    /// partitions of one name and sorted alike. Both are read at once, so it is one round trip.
    pub(crate) async fn both_sides<C: Card>(
        &self,
        partition: String,
        newest_first: bool,
        limit: u32,
        cursor: Option<&str>,
    ) -> Result<Listed<C>, StoreError> {
        // Apart from the indexes' own attributes, both sorts are called `sk`.
        let bounds = Bounds::of_all("");
        let after = cursor::decode(&partition, cursor, &bounds)?.map(|keys| text(&keys, "sk"));
        let one = self.metered();
        let pages = [keys::GSI2, keys::GSI3].map(|index| {
            one.query(Query {
                index: Some(index),
                sort: after.clone().map_or(Sort::All, Sort::Beyond),
                newest_first,
                limit,
                ..Query::partition(partition.clone())
            })
        });
        let pages = join_all(pages).await;
        self.meter.at_once(one.meter.reading());
        let (mut items, mut ends) = (Vec::new(), Vec::new());
        for (index, page) in [keys::GSI2, keys::GSI3].into_iter().zip(pages) {
            let (page, sort) = (page?, format!("{index}sk"));
            let of = Bounds::of(Some(index), &partition, "");
            let end = cursor::decode(&format!("{index}{partition}"), page.next_cursor.as_deref(), &of)?;
            ends.push(end.map(|keys| text(&keys, &sort)));
            items.extend(page.items.into_iter().map(|mut item| {
                item.insert("sk".to_owned(), AttributeValue::S(text(&item, &sort)));
                item
            }));
        }
        let order = Order {
            sort: "sk".to_owned(),
            newest_first,
        };
        let (items, next) = order.page(items, ends, limit as usize);
        let next = next.map(|after| HashMap::from([("sk".to_owned(), AttributeValue::S(after))]));
        let page = Listed {
            items,
            next_cursor: cursor::encode(&partition, next.as_ref()),
            left_out: 0,
        };
        Ok(page.readable(read_card))
    }
}

impl Store {
    /// What is due by then, the oldest first; of each partition at most so much.
    pub(crate) async fn all_due(
        &self,
        shards: Shards,
        by: Timestamp,
        limit: u32,
    ) -> Result<Vec<Item>, StoreError> {
        let pages = shards.all().map(|partition| {
            self.query(Query {
                index: Some(keys::DUE),
                // "~" sorts behind every id, so everything of this very moment is in.
                sort: Sort::AtMost(keys::due_sort(by, "~")),
                limit,
                ..Query::partition(partition)
            })
        });
        let pages = join_all(pages).await.into_iter().collect::<Result<Vec<_>, _>>()?;
        let mut items: Vec<Item> = pages.into_iter().flat_map(|page| page.items).collect();
        items.sort_by_cached_key(|item| text(item, "duesk"));
        Ok(items)
    }
}

/// The order of a list.
struct Order {
    /// The attribute that it goes by.
    sort: String,
    newest_first: bool,
}

impl Order {
    /// Puts what was read of the partitions in order, and cuts it where one of them may hold more, or at the limit.
    /// `ends` says up to where each was read; nothing where that was all.
    fn page(
        &self,
        mut items: Vec<Item>,
        ends: Vec<Option<String>>,
        limit: usize,
    ) -> (Vec<Item>, Option<String>) {
        items.sort_by_cached_key(|item| text(item, &self.sort));
        let ends = ends.into_iter().flatten();
        let end = if self.newest_first {
            items.reverse();
            ends.max()
        } else {
            ends.min()
        };
        if let Some(end) = &end {
            let known = |item: &Item| match self.newest_first {
                true => text(item, &self.sort) >= *end,
                false => text(item, &self.sort) <= *end,
            };
            items.retain(known);
        }
        if items.len() > limit {
            items.truncate(limit);
            let last = items.last().map(|item| text(item, &self.sort));
            return (items, last);
        }
        (items, end)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use ulid::Ulid;

    fn items(keys: &[&str]) -> Vec<Item> {
        let item = |key: &&str| HashMap::from([("sk".to_owned(), AttributeValue::S((*key).to_owned()))]);
        keys.iter().map(item).collect()
    }

    fn page(
        newest_first: bool,
        keys: &[&str],
        ends: &[Option<&str>],
        limit: usize,
    ) -> (Vec<String>, Option<String>) {
        let order = Order {
            sort: "sk".to_owned(),
            newest_first,
        };
        let ends = ends.iter().map(|end| end.map(str::to_owned)).collect();
        let (items, next) = order.page(items(keys), ends, limit);
        (items.iter().map(|item| text(item, "sk")).collect(), next)
    }

    #[test]
    fn a_page_ends_where_a_partition_may_hold_more() {
        let all = &["a", "d", "b", "c"];
        for (newest_first, ends, limit, shown, next) in [
            (false, [None, None], 9, "abcd", None),
            (true, [None, None], 9, "dcba", None),
            (false, [None, None], 2, "ab", Some("b")),
            (true, [None, None], 3, "dcb", Some("b")),
            // The first was read up to b: after it may come what stands before c.
            (false, [Some("b"), None], 9, "ab", Some("b")),
            (true, [Some("b"), Some("c")], 9, "dc", Some("c")),
            // A filter hid everything that was looked at; the next page goes on from there.
            (false, [Some("0"), Some("1")], 9, "", Some("0")),
        ] {
            let (found, after) = page(newest_first, all, &ends, limit);
            assert_eq!(
                (found.concat(), after.as_deref()),
                (shown.to_owned(), next),
                "{newest_first} {ends:?}"
            );
        }
    }

    #[test]
    fn things_are_spread_evenly_and_stay_where_they_are() {
        let due = Shards::due("DUE#x");
        let mut counts: HashMap<String, u32> = due.all().map(|partition| (partition, 0)).collect();
        for number in 0..16_000_u128 {
            // A contract's lowest byte is zero.
            let id = Ulid(number.wrapping_mul(0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C835) & !0xFF);
            assert_eq!(due.of(id), due.of(id));
            *counts.get_mut(&due.of(id)).unwrap() += 1;
        }
        assert_eq!(counts.len(), 16);
        assert!(
            counts.values().all(|count| (800..1_200).contains(count)),
            "{counts:?}"
        );
    }
}

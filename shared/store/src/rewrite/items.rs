//! Pages of the whole table, and what today's code writes for an item.

use crate::keys::{self, Key};
use crate::record::{holds_address, unreadable};
use crate::table::{Item, text};
use crate::{Due, Kind, StoreError};
use aws_sdk_dynamodb::operation::put_item::builders::PutItemFluentBuilder;
use aws_sdk_dynamodb::types::AttributeValue;
use serde::{Deserialize, Serialize};

/// Where an item stands: what a scan goes on behind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    pk: String,
    sk: String,
}

/// A part of a segment.
#[derive(Debug, Default)]
pub struct Page {
    /// Items, in no order that means anything.
    pub items: Vec<Found>,
    /// Where the next page begins; `None` after the segment's last.
    pub next: Option<Place>,
}

/// An item as it was read.
#[derive(Debug, Clone)]
pub struct Found(pub(super) Item);

/// What came of one item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rewritten {
    /// Nothing: it is what today's code writes.
    Current,
    /// It was written anew.
    Changed,
    /// It was deleted meanwhile, or changed each time that it was looked at.
    Overtaken,
    /// It cannot be read, was reported, and stays as it is. Its key, without anybody's address.
    Unreadable(String),
}

impl Place {
    pub(super) fn of(item: &Item) -> Self {
        Self {
            pk: text(item, "pk"),
            sk: text(item, "sk"),
        }
    }

    pub(super) fn holds_address(&self) -> bool {
        holds_address(&self.pk)
    }

    pub(super) fn key(self) -> Key {
        keys::of(self.pk, self.sk)
    }
}

impl Found {
    /// Where it stands.
    pub fn place(&self) -> Place {
        Place::of(&self.0)
    }

    /// What today's code writes for it; `None` when that is what it is. `Unreadable`, which was reported, when it cannot be
    /// read, or its record cannot be written.
    pub(super) fn again(&self) -> Result<Option<Item>, StoreError> {
        let Found(item) = self;
        let kind = Kind::of(item).ok_or_else(|| unreadable(item, "no kind of record is like it"))?;
        let mut again = match kind.again(item.clone()) {
            Err(StoreError::Unreadable { id, reason }) => return Err(StoreError::Unreadable { id, reason }),
            again => again.map_err(|error| unreadable(item, &error.to_string()))?,
        };
        if Place::of(&again) != self.place() {
            return Err(unreadable(item, "it does not stand where its record says"));
        }
        keep_turn(item, &mut again);
        Ok((again != *item).then_some(again))
    }
}

/// Whose turn was taken has moved behind (see `due.rs`), and stays there: what keeps failing must not come up at once.
fn keep_turn(item: &Item, again: &mut Item) {
    let taken = Due::read(item).is_some_and(|due| due.tries > 0);
    if taken
        && item.get("duepk") == again.get("duepk")
        && let Some(place) = item.get("duesk")
    {
        again.insert("duesk".to_owned(), place.clone());
    }
}

/// Lets a write through only while the item is what was read: by its version and its place among what is due, which a turn
/// moves without a new version; without a version, by everything that it holds. What it had not must not have come.
pub(super) fn while_unmoved(put: PutItemFluentBuilder, read: &Item, new: &Item) -> PutItemFluentBuilder {
    let versioned = read.contains_key("version");
    let telling = |name: &str| !versioned || matches!(name, "version" | "duesk");
    let mut conditions = Vec::new();
    let mut put = put;
    for (at, (name, value)) in read.iter().filter(|(name, _)| telling(name)).enumerate() {
        conditions.push(format!("#r{at} = :r{at}"));
        put = put
            .expression_attribute_names(format!("#r{at}"), name)
            .expression_attribute_values(format!(":r{at}"), value.clone());
    }
    let come = |name: &&String| !read.contains_key(*name) && telling(name);
    for (at, name) in new.keys().filter(come).enumerate() {
        conditions.push(format!("attribute_not_exists(#n{at})"));
        put = put.expression_attribute_names(format!("#n{at}"), name);
    }
    put.condition_expression(conditions.join(" AND "))
}

/// An item's keys as an exclusive start.
pub(super) fn start(place: &Place) -> Item {
    let text = |value: &String| AttributeValue::S(value.clone());
    Item::from([
        ("pk".to_owned(), text(&place.pk)),
        ("sk".to_owned(), text(&place.sk)),
    ])
}

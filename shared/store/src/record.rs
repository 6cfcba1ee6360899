//! What the items of the table hold, apart from domain types and from the API's shapes.

use crate::StoreError;
use crate::keys::Key;
use crate::personal::Personal;
use crate::table::Item;
use crate::transitions::State;
use aws_sdk_dynamodb::types::AttributeValue;
use proconnect_domain::Timestamp;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::ops::{Deref, DerefMut};

mod read;

pub(crate) use read::{from_key, from_ttl, holds_address, number, read, read_card, unreadable};

/// Where a record stands in the indexes; made anew from the record at each write.
#[derive(Default)]
pub(crate) struct Indexes {
    pub(crate) gsi1: Option<(String, String)>,
    pub(crate) gsi2: Option<(String, String)>,
    pub(crate) gsi3: Option<(String, String)>,
    pub(crate) due: Option<(String, String)>,
    /// What the list indexes carry.
    pub(crate) card: Option<AttributeValue>,
    /// When DynamoDB may delete it.
    pub(crate) expires: Option<Timestamp>,
}

impl Indexes {
    /// In none, but gone some time after this.
    pub(crate) fn expiring(at: Timestamp) -> Self {
        Self {
            expires: Some(at),
            ..Self::default()
        }
    }
}

/// An item with a type. Every item of the table is one.
pub(crate) trait Record: Serialize + DeserializeOwned {
    /// The item's `type`, and what refusals call it.
    const TYPE: &'static str;
    /// The version of its shape. Raised with every change after which an item written before reads otherwise; what was
    /// written under each stands in `tests/golden`, and is read for good.
    const V: u32;
    /// What it is to a person.
    const PERSONAL: Personal;
    /// Attributes that nobody is shown, their owner among them: what proves who somebody is.
    const SECRETS: &'static [&'static str] = &[];
    /// What its keys begin with in the table. Items without a type are known by that.
    const BEGINS: (&'static str, &'static str);
    fn key(&self) -> Key;
    fn indexes(&self) -> Result<Indexes, StoreError> {
        Ok(Indexes::default())
    }
    /// The attribute `status`, on which writes are conditioned besides the version.
    fn status(&self) -> Option<String> {
        None
    }
    /// Where its state machines stand, always in the same order.
    fn states(&self) -> Vec<State> {
        Vec::new()
    }
    /// Makes an item of an earlier version one of this. Nothing to do where what is new has a default.
    fn upgrade(_from: u32, _item: &mut Item) {}
}

/// What the list indexes carry of a record: a few hundred bytes, written with it and never apart from it.
pub(crate) trait Card: Serialize + DeserializeOwned {
    /// Whose; the card is of the same version.
    type Of: Record;

    fn attribute(&self) -> Result<AttributeValue, StoreError> {
        let mut card: Item = serde_dynamo::to_item(self)?;
        card.insert("v".to_owned(), AttributeValue::N(Self::Of::V.to_string()));
        Ok(AttributeValue::M(card))
    }
}

/// A record as it was read: with the version and the state that a write of it must still find.
#[derive(Debug, Clone)]
pub struct Stored<T> {
    record: T,
    pub(crate) read_version: u64,
    pub(crate) read_status: Option<String>,
    read_states: Vec<State>,
}

#[expect(private_bounds, reason = "records are made and read in this crate alone")]
impl<T: Record> Stored<T> {
    pub(crate) fn read(item: Item) -> Result<Self, StoreError> {
        let read_version = number(&item, "version").unwrap_or_default();
        let record = read::<T>(item)?;
        Ok(Self {
            read_status: record.status(),
            read_states: record.states(),
            record,
            read_version,
        })
    }
}

#[expect(private_bounds, reason = "records are made and read in this crate alone")]
impl<T: Record> Stored<T> {
    /// The table has taken the record as it is now: the next write builds on that.
    pub(crate) fn mark_written(&mut self) {
        self.read_version += 1;
        self.read_status = self.record.status();
        self.read_states = self.record.states();
    }

    /// The states that it has come to since it was read.
    pub(crate) fn steps(&self) -> impl Iterator<Item = State> {
        let now = self.record.states().into_iter().zip(&self.read_states);
        let moved = now.filter(|(now, read)| now != *read).map(|(now, _)| now);
        moved.collect::<Vec<_>>().into_iter()
    }
}

impl<T> Stored<T> {
    /// The record alone.
    pub fn into_inner(self) -> T {
        self.record
    }
}

impl<T> Deref for Stored<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.record
    }
}

impl<T> DerefMut for Stored<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.record
    }
}

/// The whole item of a record at a version.
pub(crate) fn item_of<T: Record>(record: &T, version: u64) -> Result<Item, StoreError> {
    let mut item: Item = serde_dynamo::to_item(record)?;
    let string = |value: String| AttributeValue::S(value);
    item.insert("type".to_owned(), string(T::TYPE.to_owned()));
    item.insert("v".to_owned(), AttributeValue::N(T::V.to_string()));
    let key = record.key();
    item.insert("pk".to_owned(), string(key.pk));
    item.insert("sk".to_owned(), string(key.sk));
    item.insert("version".to_owned(), AttributeValue::N(version.to_string()));
    let indexes = record.indexes()?;
    for (name, keys) in [
        ("gsi1", indexes.gsi1),
        ("gsi2", indexes.gsi2),
        ("gsi3", indexes.gsi3),
        ("due", indexes.due),
    ] {
        if let Some((pk, sk)) = keys {
            item.insert(format!("{name}pk"), string(pk));
            item.insert(format!("{name}sk"), string(sk));
        }
    }
    if let Some(card) = indexes.card {
        item.insert("card".to_owned(), card);
    }
    if let Some(at) = indexes.expires {
        item.insert("ttl".to_owned(), seconds(at));
    }
    Ok(item)
}

/// A time as DynamoDB's TTL has it.
pub(crate) fn seconds(at: Timestamp) -> AttributeValue {
    AttributeValue::N((at.as_millis() / 1000).to_string())
}

/// An enum's word on the wire, as conditions compare it.
pub(crate) fn word<T: Serialize>(value: &T) -> Option<String> {
    serde_dynamo::to_attribute_value::<_, AttributeValue>(value)
        .ok()
        .and_then(|value| value.as_s().ok().cloned())
}

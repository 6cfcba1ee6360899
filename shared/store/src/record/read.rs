//! Reads items as their records. What cannot be read is reported here, once, and stays as it is.

use super::{Card, Record};
use crate::table::{Item, text};
use crate::{StoreError, keys};
use aws_sdk_dynamodb::types::AttributeValue;
use proconnect_domain::Timestamp;
use std::str::FromStr;

/// An item as its record: of this version or an earlier one.
pub(crate) fn read<T: Record>(mut item: Item) -> Result<T, StoreError> {
    let id = name(&item);
    let kind = text(&item, "type");
    // Before there was a version, items had no type either.
    let of = if kind.is_empty() { T::TYPE } else { &kind };
    if of != T::TYPE {
        return Err(named(&id, &format!("it is a {kind:?}, not a {:?}", T::TYPE)));
    }
    let from = version::<T>(&item).map_err(|reason| named(&id, &reason))?;
    T::upgrade(from, &mut item);
    serde_dynamo::from_item(item).map_err(|error| named(&id, &error.to_string()))
}

/// What an index carries of a record.
pub(crate) fn read_card<C: Card>(mut item: Item) -> Result<C, StoreError> {
    let id = name(&item);
    let Some(AttributeValue::M(card)) = item.remove("card") else {
        return Err(named(&id, "it has no card"));
    };
    version::<C::Of>(&card).map_err(|reason| named(&id, &reason))?;
    serde_dynamo::from_item(card).map_err(|error| named(&id, &error.to_string()))
}

/// What only a key told comes to stand in an attribute of its own.
pub(crate) fn from_key(item: &mut Item, attribute: &str, key: &str, prefix: &str) {
    let value = text(item, key);
    let value = value.strip_prefix(prefix).unwrap_or_default().to_owned();
    item.insert(attribute.to_owned(), AttributeValue::S(value));
}

/// When DynamoDB may delete an item comes to stand in an attribute of its own.
pub(crate) fn from_ttl(item: &mut Item, attribute: &str) {
    let seconds: i64 = number(item, "ttl").unwrap_or_default();
    let at = Timestamp::from_millis(seconds.saturating_mul(1000));
    item.insert(attribute.to_owned(), AttributeValue::S(at.to_string()));
}

/// A number attribute, if there is one.
pub(crate) fn number<N: FromStr>(item: &Item, name: &str) -> Option<N> {
    item.get(name)?.as_n().ok()?.parse().ok()
}

/// The version that an item was written under; zero is that of items without one.
fn version<T: Record>(item: &Item) -> Result<u32, String> {
    match item.get("v") {
        None => Ok(0),
        Some(v) => match number(item, "v") {
            Some(found) if found <= T::V => Ok(found),
            _ => Err(format!("its version is {v:?}, and {} is the latest known", T::V)),
        },
    }
}

/// An item's key, unless somebody's address is in it.
fn name(item: &Item) -> String {
    let (pk, sk) = (text(item, "pk"), text(item, "sk"));
    match pk.split_once('#') {
        Some((kind, _)) if holds_address(&pk) => kind.to_owned(),
        _ => format!("{pk} {sk}"),
    }
}

/// Whether a partition key may hold somebody's address.
pub(crate) fn holds_address(pk: &str) -> bool {
    pk.starts_with(keys::EMAIL) || pk.starts_with(keys::RATE)
}

/// Reports an item that cannot be read.
pub(crate) fn unreadable(item: &Item, reason: &str) -> StoreError {
    named(&name(item), reason)
}

fn named(id: &str, reason: &str) -> StoreError {
    tracing::error!(needs_person = true, id, reason, "cannot be read, so it is kept");
    StoreError::Unreadable {
        id: id.to_owned(),
        reason: reason.to_owned(),
    }
}

//! People as others see them wherever they appear: read from their accounts at that moment, never kept in what names them
//! (ADR 68).

mod view;

use crate::cursor::readable;
use crate::items::Item;
use crate::keys::{self, Key};
use crate::record::unreadable;
use crate::user::{Paid, Replies};
use crate::{Store, StoreError};
use futures_util::future::join_all;
use proconnect_api::Person;
use proconnect_domain::{FileId, Timestamp, UserId, UserStatus};
use serde::Deserialize;
use std::collections::{BTreeSet, HashMap};

/// What `BatchGetItem` takes in one call (DynamoDB limits).
const MOST: usize = 100;

/// The attributes of an account that anybody may see, and its keys. Nothing else of it leaves the table.
pub(crate) const SHOWN: &str = "pk, sk, id, #name, avatarId, headline, #status, tasksPosted, hires, completedContracts, \
                                paidUsd, paidEur, paidGbp, createdAt, \
                                reply0, reply1, reply2, reply3, reply4, reply5, reply6, reply7, reply8, reply9";
const NAMES: [(&str, &str); 2] = [("#name", "name"), ("#status", "status")];

/// What of an account anybody may see.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Shown {
    id: UserId,
    name: String,
    avatar_id: Option<FileId>,
    #[serde(default)]
    headline: String,
    status: UserStatus,
    #[serde(default)]
    tasks_posted: u32,
    #[serde(default)]
    hires: u32,
    #[serde(default)]
    completed_contracts: u32,
    #[serde(flatten)]
    paid: Paid,
    #[serde(flatten)]
    replies: Replies,
    created_at: Timestamp,
}

/// The people whom an answer names, by their ids.
#[derive(Debug, Default)]
pub struct People(HashMap<UserId, Person>);

impl Store {
    /// Whoever is named, as their accounts say now: one round trip, half a unit each, and none when nobody is. Not strongly
    /// consistent: what changed within the last second may not show yet.
    pub async fn people(&self, ids: impl IntoIterator<Item = UserId>) -> Result<People, StoreError> {
        let ids: BTreeSet<UserId> = ids.into_iter().collect();
        let wanted: Vec<Key> = ids.into_iter().map(keys::user).collect();
        if wanted.is_empty() {
            return Ok(People::default());
        }
        let one = self.metered();
        let batches = wanted.chunks(MOST).map(|keys| one.get_shown(keys, SHOWN, &NAMES));
        let batches = join_all(batches).await;
        self.meter.at_once(one.meter.reading());
        let mut people = HashMap::new();
        for items in batches {
            // Who cannot be read is reported, and shown by the name that stands where they are named.
            people.extend(readable(items?, person));
        }
        Ok(People(people))
    }
}

fn person(item: Item) -> Result<(UserId, Person), StoreError> {
    let shown = serde_dynamo::from_item::<_, Shown>(item.clone());
    let shown = shown.map_err(|error| unreadable(&item, &error.to_string()))?;
    Ok((shown.id, shown.into()))
}

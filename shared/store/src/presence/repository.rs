//! Who is there: noted for each window, and read for many people at once.

use super::PresenceRecord;
use crate::cursor::readable;
use crate::items::text;
use crate::keys::{self, Key};
use crate::record::{Record as _, Stored, read};
use crate::tx::Tx;
use crate::{Store, StoreError};
use proconnect_api::Presence;
use proconnect_domain::{Timestamp, UserId};
use std::collections::{BTreeSet, HashMap};

/// Of so many people at most it is asked whether they are there: three keys each, and `BatchGetItem` takes 100.
const MOST: usize = 30;

/// Who is there.
pub struct Presences<'a>(&'a Store);

/// Who of some people is there, as one of them may know.
#[derive(Debug, Default)]
pub struct Present(HashMap<UserId, Presence>);

/// Those around somebody who may know whether they are there, with their windows.
pub type Around = Vec<PresenceRecord>;

impl Store {
    /// Who is there.
    pub fn presences(&self) -> Presences<'_> {
        Presences(self)
    }
}

impl Present {
    /// Whether one of them is there; nothing of those of whom it may not be known.
    pub fn of(&self, user: UserId) -> Option<Presence> {
        self.0.get(&user).copied()
    }
}

impl Presences<'_> {
    /// Which windows somebody has open, strongly consistent.
    pub async fn of(&self, user: UserId) -> Result<Option<Stored<PresenceRecord>>, StoreError> {
        self.0.get(keys::presence(user)).await
    }

    /// Notes what has become of somebody's windows. `Stale` when another of their windows was heard of since it was read.
    pub async fn note(
        &self,
        read: Option<&Stored<PresenceRecord>>,
        presence: &PresenceRecord,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let mut tx = Tx::new(self.0, now);
        tx.upsert(read, presence)?;
        tx.commit(self.0).await
    }

    /// Those of some people of whom somebody may know whether they are there, and who may know it of them: nobody who has blocked
    /// them or whom they have blocked. Of the first 30 of them, in one call, half a unit a key: what changed within the last second may
    /// not show yet.
    pub async fn around(
        &self,
        user: UserId,
        others: impl IntoIterator<Item = UserId>,
    ) -> Result<Around, StoreError> {
        let others: Vec<UserId> = distinct(others)
            .filter(|other| *other != user)
            .take(MOST)
            .collect();
        if others.is_empty() {
            return Ok(Vec::new());
        }
        let wanted: Vec<Key> = others.iter().flat_map(|other| about(user, *other)).collect();
        let found = self.0.get_soon(&wanted).await?;
        let (presences, blocks): (Vec<_>, Vec<_>) = found
            .into_iter()
            .partition(|item| text(item, "type") == PresenceRecord::TYPE);
        let apart: BTreeSet<String> = blocks
            .iter()
            .flat_map(|item| [text(item, "userId"), text(item, "blockedId")])
            .collect();
        let presences: Vec<PresenceRecord> = readable(presences, read);
        Ok(presences
            .into_iter()
            .filter(|presence| !apart.contains(&presence.user_id.to_string()))
            .collect())
    }

    /// Whether some people are there, as far as somebody may know.
    pub async fn seen_by(
        &self,
        user: UserId,
        others: impl IntoIterator<Item = UserId>,
        now: Timestamp,
    ) -> Result<Present, StoreError> {
        let around = self.around(user, others).await?;
        let at = |presence: PresenceRecord| (presence.user_id, presence.at(now));
        Ok(Present(around.into_iter().map(at).collect()))
    }
}

/// Each once, in their order.
fn distinct(people: impl IntoIterator<Item = UserId>) -> impl Iterator<Item = UserId> {
    let mut seen = BTreeSet::new();
    people.into_iter().filter(move |person| seen.insert(*person))
}

/// Whether somebody is there, and what stands between them and another.
fn about(user: UserId, other: UserId) -> [Key; 3] {
    [
        keys::presence(other),
        keys::block(user, other),
        keys::block(other, user),
    ]
}

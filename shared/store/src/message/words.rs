//! Where the words of messages stand, so that a search costs the same however long a room's history is (ADR 80).

use super::{MessageRecord, Messages};
use crate::items::Item;
use crate::keys::{self, Key};
use crate::personal::Personal;
use crate::record::{Record, read};
use crate::room::RoomRecord;
use crate::table::{Query, Sort};
use crate::tx::Tx;
use crate::{Listed, StoreError};
use futures_util::future::try_join;
use proconnect_domain::{MessageId, RoomId, Sought, Timestamp, words};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// So many go with the message itself. `TransactWriteItems` takes 100 writes; a message has up to 20 beside its words.
const WITH_MESSAGE: usize = 60;
/// And so many in a transaction of their own.
const APART: usize = 90;

/// That a word stands in a message.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct WordRecord {
    /// The room.
    pub(crate) room_id: RoomId,
    /// The word, folded.
    pub(crate) word: String,
    /// The message.
    pub(crate) message_id: MessageId,
}

impl Record for WordRecord {
    const TYPE: &'static str = "word";
    const V: u32 = 1;
    const BEGINS: (&'static str, &'static str) = (keys::WORDS, "");
    const PERSONAL: Personal = Personal::None {
        reason: "that a word stands in a message, which is kept or emptied by itself",
    };
    fn key(&self) -> Key {
        keys::word(self.room_id, &self.word, self.message_id)
    }
}

/// What a change of a text makes of its words.
pub(super) struct Reworded {
    room_id: RoomId,
    message_id: MessageId,
    new: BTreeSet<String>,
    gone: BTreeSet<String>,
}

impl Reworded {
    /// From one text to another; a new message comes from none.
    pub(super) fn of(message: &MessageRecord, before: &str) -> Self {
        let (old, new) = (words(before), words(&message.text));
        Self {
            room_id: message.room_id,
            message_id: message.id,
            gone: old.difference(&new).cloned().collect(),
            new: new.difference(&old).cloned().collect(),
        }
    }

    /// Whether some of them go beside the message.
    pub(super) fn is_long(&self) -> bool {
        self.new.len() + self.gone.len() > WITH_MESSAGE
    }

    /// Those that go with the message.
    pub(super) fn write(&self, tx: &mut Tx) -> Result<(), StoreError> {
        self.new
            .iter()
            .take(WITH_MESSAGE)
            .try_for_each(|word| self.put(tx, word))?;
        let left = WITH_MESSAGE.saturating_sub(self.new.len());
        self.gone
            .iter()
            .take(left)
            .try_for_each(|word| self.delete(tx, word))
    }

    /// New ones that do not fit: they are written before the message. Should it not come to be, they lead nowhere, and a search
    /// passes them over.
    pub(super) async fn write_ahead(&self, of: &Messages<'_>, now: Timestamp) -> Result<(), StoreError> {
        let rest: Vec<&String> = self.new.iter().skip(WITH_MESSAGE).collect();
        for words in rest.chunks(APART) {
            let mut tx = Tx::new(of.0, now);
            words.iter().try_for_each(|word| self.put(&mut tx, word))?;
            tx.commit(of.0).await?;
        }
        Ok(())
    }

    /// Old ones that do not fit: they are deleted afterwards. One that stays costs a look, and is never a hit.
    pub(super) async fn clear_behind(&self, of: &Messages<'_>, now: Timestamp) -> Result<(), StoreError> {
        let done = WITH_MESSAGE.saturating_sub(self.new.len());
        let rest: Vec<&String> = self.gone.iter().skip(done).collect();
        for words in rest.chunks(APART) {
            let mut tx = Tx::new(of.0, now);
            words.iter().try_for_each(|word| self.delete(&mut tx, word))?;
            tx.commit(of.0).await?;
        }
        Ok(())
    }

    fn put(&self, tx: &mut Tx, word: &str) -> Result<(), StoreError> {
        tx.put(&WordRecord {
            room_id: self.room_id,
            word: word.to_owned(),
            message_id: self.message_id,
        })
    }

    fn delete(&self, tx: &mut Tx, word: &str) -> Result<(), StoreError> {
        tx.delete("word", keys::word(self.room_id, word, self.message_id))
    }
}

impl Messages<'_> {
    /// One page of a room's messages in which something stands, with the room: first those that have the very word, then those with
    /// one that begins so; each newest first. Two calls, of which the first reads the room and places, the second the messages: at
    /// most `limit` of each, so a page may be short.
    pub async fn search(
        &self,
        room: RoomId,
        sought: &Sought,
        limit: u32,
        cursor: Option<&str>,
    ) -> Result<(Option<RoomRecord>, Listed<MessageRecord>), StoreError> {
        let one = self.0.metered();
        let (rooms, query) = (
            one.rooms(),
            Query {
                sort: Sort::Prefix(sought.key()),
                limit,
                cursor,
                ..Query::partition(keys::words_of(room))
            },
        );
        let both = try_join(rooms.get(room), one.records::<WordRecord>(query)).await;
        self.0.meter.at_once(one.meter.reading());
        let (room, places) = both?;
        let wanted: Vec<Key> = places
            .items
            .iter()
            .map(|place| keys::message(place.room_id, place.message_id))
            .collect();
        let unique: Vec<Key> = wanted
            .iter()
            .enumerate()
            .filter(|(at, key)| !wanted[..*at].contains(key))
            .map(|(_, key)| key.clone())
            .collect();
        let found = match unique.is_empty() {
            true => Vec::new(),
            false => self.0.get_many(&unique).await?,
        };
        let messages = found
            .into_iter()
            .flatten()
            .filter_map(|item: Item| read::<MessageRecord>(item).ok());
        let messages: Vec<MessageRecord> = messages.collect();
        let hits = places.items.iter().filter_map(|place| {
            let message = messages.iter().find(|message| message.id == place.message_id)?;
            let words = words(&message.text);
            // A message with several words that begin so is shown once, at the first of them.
            let first = words.range(sought.key().to_owned()..).next();
            (first == Some(&place.word) && sought.is_in(&message.text)).then(|| message.clone())
        });
        let page = Listed {
            items: hits.collect(),
            next_cursor: places.next_cursor,
            left_out: places.left_out,
        };
        Ok((room.map(crate::Stored::into_inner), page))
    }
}

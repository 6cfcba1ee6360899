//! A search across rooms: it asks each of a page of them for the places where the words stand (ADR 86).

use super::{MessageRecord, Messages, WordRecord};
use crate::keys::{self, Key};
use crate::record::read;
use crate::table::{Query, Sort};
use crate::{People, StoreError, cursor};
use futures_util::future::{try_join, try_join_all};
use proconnect_domain::{MessageId, RoomId, Sought, UserId};

/// Of a search for several words, so many are looked up, those first that say most. The others are held against the text.
const WORDS: usize = 3;

/// Places of one word that are looked at in a room: where only one is sought, nearly each is a hit.
const PLACES_OF_ONE: u32 = 10;
/// Where several are sought, a message must be among the places of each.
const PLACES_OF_EACH: u32 = 100;

/// Hits of a room: whoever wants more searches in it.
const HITS: usize = 5;

impl Messages<'_> {
    /// Where in each of some rooms all words stand: the newest first, of each room at most five. All rooms are asked at once, so
    /// it is one round trip, and costs the same however long their histories are.
    pub async fn places_across(
        &self,
        rooms: &[RoomId],
        sought: &Sought,
    ) -> Result<Vec<(RoomId, MessageId)>, StoreError> {
        let one = self.0.metered();
        let messages = one.messages();
        let places = rooms.iter().map(|room| messages.places(*room, sought));
        let places = try_join_all(places).await;
        self.0.meter.at_once(one.meter.reading());
        Ok(places?.into_iter().flatten().collect())
    }

    async fn places(&self, room: RoomId, sought: &Sought) -> Result<Vec<(RoomId, MessageId)>, StoreError> {
        let words = sought.words();
        let limit = match words.len() {
            1 => PLACES_OF_ONE,
            _ => PLACES_OF_EACH,
        };
        let asked = words
            .into_iter()
            .take(WORDS)
            .map(|word| self.places_of(room, word, limit));
        let mut found = try_join_all(asked).await?.into_iter();
        let mut places = found.next().unwrap_or_default();
        for others in found {
            places.retain(|place| others.contains(place));
        }
        // A message with several words that begin so stands there several times. Ids of a room grow with time.
        places.sort_unstable_by(|one, next| next.cmp(one));
        places.dedup();
        Ok(places.into_iter().take(HITS).map(|id| (room, id)).collect())
    }

    async fn places_of(&self, room: RoomId, word: &str, limit: u32) -> Result<Vec<MessageId>, StoreError> {
        let query = Query {
            sort: Sort::Prefix(word),
            limit,
            ..Query::partition(keys::words_of(room))
        };
        let places = self.0.records::<WordRecord>(query).await?.items;
        Ok(places.into_iter().map(|place| place.message_id).collect())
    }

    /// The messages at some places in which all words still stand, and some people, both at once.
    pub async fn across(
        &self,
        places: &[(RoomId, MessageId)],
        sought: &Sought,
        people: impl IntoIterator<Item = UserId>,
    ) -> Result<(Vec<MessageRecord>, People), StoreError> {
        let one = self.0.metered();
        let messages = one.messages();
        let both = try_join(messages.at_places(places, sought), one.people(people)).await;
        self.0.meter.at_once(one.meter.reading());
        both
    }

    async fn at_places(
        &self,
        places: &[(RoomId, MessageId)],
        sought: &Sought,
    ) -> Result<Vec<MessageRecord>, StoreError> {
        if places.is_empty() {
            return Ok(Vec::new());
        }
        let wanted: Vec<Key> = places
            .iter()
            .map(|(room, id)| keys::message(*room, *id))
            .collect();
        let found = self.0.get_many(&wanted).await?.into_iter().flatten();
        let messages: Vec<MessageRecord> = cursor::readable(found, read);
        Ok(messages
            .into_iter()
            .filter(|message| sought.is_in(&message.text))
            .collect())
    }
}

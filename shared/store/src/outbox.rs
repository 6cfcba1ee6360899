//! The transactional outbox: facts and commands are written with the change that causes them, and dispatched from the
//! stream.

use crate::items::{Item, key_item, text};
use crate::keys::Key;
use crate::personal::{Export, Gone, Personal};
use crate::record::{Indexes, Record, from_key, from_ttl, item_of};
use crate::retry::Retry;
use crate::{Due, Store, StoreError, keys};
use aws_sdk_dynamodb::types::{DeleteRequest, ReturnConsumedCapacity, WriteRequest};
use proconnect_domain::{OutboxId, Timestamp, TypedId as _};
use proconnect_messaging::{OutboxRecord, Unreadable};
use serde::ser::Error as _;
use serde::{Deserialize, Serialize, Serializer};
use std::collections::HashMap;
use std::time::Duration;

/// `BatchWriteItem` takes at most 25 requests (DynamoDB limits).
const BATCH: usize = 25;

/// What was done is remembered this long, longer than SQS keeps a message (14 days at most).
const DONE_LIFE: Duration = Duration::from_secs(15 * 24 * 3600);

/// A record as it lies in the table. The index carries the whole of it as its card, since the sweep reads the index alone.
#[derive(Deserialize)]
#[serde(try_from = "Kept")]
pub(crate) struct Left(pub(crate) OutboxRecord);

/// The record has a version of its own, which messages have too.
#[derive(Serialize, Deserialize)]
struct Kept {
    card: String,
}

impl Serialize for Left {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let card = serde_json::to_string(&self.0).map_err(S::Error::custom)?;
        Kept { card }.serialize(serializer)
    }
}

impl TryFrom<Kept> for Left {
    type Error = Unreadable;
    fn try_from(kept: Kept) -> Result<Self, Unreadable> {
        OutboxRecord::read("an outbox record", &kept.card).map(Self)
    }
}

impl Record for Left {
    const TYPE: &'static str = "outbox";
    const V: u32 = 1;
    const BEGINS: (&'static str, &'static str) = (keys::OUTBOX, keys::OUTBOX_SORT);
    const PERSONAL: Personal = Personal::Owned {
        export: Export::Not("a note on its way for a moment"),
        gone: Gone::ByItself("as soon as it is sent"),
    };
    fn key(&self) -> Key {
        keys::outbox(self.0.id)
    }
    fn indexes(&self) -> Result<Indexes, StoreError> {
        let Left(record) = self;
        let place = keys::due_sort(record.at, &record.id.to_string());
        Ok(Indexes {
            due: Some((keys::DUE_OUTBOX.of(record.id.ulid()), place)),
            ..Indexes::default()
        })
    }
}

/// A message that was done, so that a repeat can be seen.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DoneRecord {
    /// Of the message.
    id: OutboxId,
    /// When it is forgotten.
    expires_at: Timestamp,
}

impl Record for DoneRecord {
    const TYPE: &'static str = "done";
    const V: u32 = 1;
    const BEGINS: (&'static str, &'static str) = (keys::DONE, keys::DONE_SORT);
    const PERSONAL: Personal = Personal::None {
        reason: "the id of a message, and names nobody",
    };
    fn key(&self) -> Key {
        keys::done(self.id)
    }
    fn indexes(&self) -> Result<Indexes, StoreError> {
        Ok(Indexes::expiring(self.expires_at))
    }
    fn upgrade(from: u32, item: &mut Item) {
        if from == 0 {
            from_key(item, "id", "pk", keys::DONE);
            from_ttl(item, "expiresAt");
        }
    }
}

/// The item of a record, as an image of the stream shows it: in DynamoDB's own JSON.
pub fn outbox_image(record: &OutboxRecord) -> Result<serde_json::Value, StoreError> {
    let image: serde_dynamo::Item = item_of(&Left(record.clone()), 1)?.into();
    serde_json::to_value(image).map_err(StoreError::json)
}

/// The record in a new image of the stream; `None` when the image is not of the outbox.
pub fn outbox_record(image: serde_dynamo::Item) -> Option<Result<OutboxRecord, Unreadable>> {
    let image: Item = image.into();
    read(&image)
}

fn read(item: &Item) -> Option<Result<OutboxRecord, Unreadable>> {
    let key = text(item, "pk");
    let id = key.strip_prefix(keys::OUTBOX)?;
    Some(OutboxRecord::read(id, &text(item, "card")))
}

/// Reads and clears the outbox.
pub struct Outbox<'a>(pub(crate) &'a Store);

/// Records that have waited.
#[derive(Debug, Default)]
pub struct Waiting {
    /// Those to be sent.
    pub records: Vec<OutboxRecord>,
    /// Those that a later release wrote.
    pub unreadable: Vec<Unreadable>,
    /// The turn of each of them.
    pub turns: Vec<Due>,
}

impl Store {
    /// The outbox.
    pub fn outbox(&self) -> Outbox<'_> {
        Outbox(self)
    }
}

impl Outbox<'_> {
    /// Deletes records whose messages were handed to their queues.
    pub async fn clear(&self, ids: &[OutboxId]) -> Result<(), StoreError> {
        for batch in ids.chunks(BATCH) {
            let mut requests = batch.iter().map(deletion).collect::<Result<Vec<_>, _>>()?;
            let mut retry = Retry::call();
            while !requests.is_empty() {
                requests = self.delete(requests).await?;
                if !requests.is_empty() {
                    retry.again().await?;
                }
            }
        }
        Ok(())
    }

    /// Returns what the table did not take.
    async fn delete(&self, requests: Vec<WriteRequest>) -> Result<Vec<WriteRequest>, StoreError> {
        let store = self.0;
        let output = store
            .client
            .batch_write_item()
            .request_items(&*store.table, requests)
            .return_consumed_capacity(ReturnConsumedCapacity::Total)
            .send()
            .await
            .map_err(StoreError::from_sdk)?;
        store.meter.count(true, output.consumed_capacity());
        let mut rest: HashMap<String, Vec<WriteRequest>> = output.unprocessed_items.unwrap_or_default();
        Ok(rest.remove(&*store.table).unwrap_or_default())
    }

    /// Records that have waited since `before`: the stream lost or never finished them. Oldest first; of each shard at most
    /// `limit`.
    pub async fn waiting(&self, before: Timestamp, limit: u32) -> Result<Waiting, StoreError> {
        let items = self.0.all_due(keys::DUE_OUTBOX, before, limit).await?;
        let mut waiting = Waiting {
            turns: items.iter().filter_map(Due::read).collect(),
            ..Waiting::default()
        };
        for record in items.iter().filter_map(read) {
            match record {
                Ok(record) => waiting.records.push(record),
                Err(unreadable) => waiting.unreadable.push(unreadable),
            }
        }
        Ok(waiting)
    }

    /// Takes the turn of a record, which moves it behind; `false` when it was taken by another, or the record was cleared.
    pub async fn take_turn(&self, due: &Due, now: Timestamp) -> Result<bool, StoreError> {
        self.0.take_turn(keys::outbox_due(&due.id), due, now).await
    }

    /// Whether a message was marked as done.
    pub async fn is_done(&self, id: OutboxId) -> Result<bool, StoreError> {
        let found = self.0.get_many(&[keys::done(id)]).await?;
        Ok(found.into_iter().any(|item| item.is_some()))
    }

    /// Marks a message as done, for consumers whose effect cannot be conditioned on the table (a mail).
    pub async fn mark_done(&self, id: OutboxId, now: Timestamp) -> Result<(), StoreError> {
        let store = self.0;
        let done = DoneRecord {
            id,
            expires_at: now.plus(DONE_LIFE),
        };
        let output = store
            .client
            .put_item()
            .table_name(&*store.table)
            .set_item(Some(item_of(&done, 1)?))
            .return_consumed_capacity(ReturnConsumedCapacity::Total)
            .send()
            .await
            .map_err(StoreError::from_sdk)?;
        store.meter.count(true, output.consumed_capacity());
        Ok(())
    }
}

fn deletion(id: &OutboxId) -> Result<WriteRequest, StoreError> {
    let delete = DeleteRequest::builder()
        .set_key(Some(key_item(keys::outbox(*id))))
        .build();
    let delete = delete.map_err(|error| StoreError::Other(error.to_string()))?;
    Ok(WriteRequest::builder().delete_request(delete).build())
}

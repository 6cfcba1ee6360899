//! The transactional outbox: facts and commands are written with the change that causes them, and dispatched from the
//! stream.

use crate::retry::Retry;
use crate::table::{Item, text};
use crate::tx::key_item;
use crate::{Due, Store, StoreError, keys};
use aws_sdk_dynamodb::types::{AttributeValue, DeleteRequest, ReturnConsumedCapacity, WriteRequest};
use proconnect_domain::{OutboxId, Timestamp, TypedId as _};
use proconnect_messaging::{OutboxRecord, Unreadable};
use std::collections::HashMap;
use std::time::Duration;

/// `BatchWriteItem` takes at most 25 requests (DynamoDB limits).
const BATCH: usize = 25;

/// What was done is remembered this long, longer than SQS keeps a message (14 days at most).
const DONE_LIFE: Duration = Duration::from_secs(15 * 24 * 3600);

/// The item of a record. The index carries the record as its card, since the sweep reads the index alone.
pub(crate) fn item(record: &OutboxRecord) -> Result<Item, StoreError> {
    let json = serde_json::to_string(record).map_err(StoreError::json)?;
    let mut item = key_item(keys::outbox(record.id));
    item.insert("card".to_owned(), AttributeValue::S(json));
    item.insert(
        "duepk".to_owned(),
        AttributeValue::S(keys::DUE_OUTBOX.of(record.id.ulid())),
    );
    let due = keys::due_sort(record.at, &record.id.to_string());
    item.insert("duesk".to_owned(), AttributeValue::S(due));
    Ok(item)
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
        self.0.take_turn(due, now).await
    }

    /// Whether a message was marked as done.
    pub async fn is_done(&self, id: OutboxId) -> Result<bool, StoreError> {
        let found = self.0.get_many(&[keys::done(id)]).await?;
        Ok(found.into_iter().any(|item| item.is_some()))
    }

    /// Marks a message as done, for consumers whose effect cannot be conditioned on the table (a mail).
    pub async fn mark_done(&self, id: OutboxId, now: Timestamp) -> Result<(), StoreError> {
        let store = self.0;
        let mut item = key_item(keys::done(id));
        let expires = now.plus(DONE_LIFE).as_millis() / 1000;
        item.insert("ttl".to_owned(), AttributeValue::N(expires.to_string()));
        let output = store
            .client
            .put_item()
            .table_name(&*store.table)
            .set_item(Some(item))
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

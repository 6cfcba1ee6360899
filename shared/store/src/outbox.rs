//! The transactional outbox: jobs are written with the change that causes them, and dispatched from the stream.

use crate::record::Indexes;
use crate::retry::Retry;
use crate::table::{Item, Query, Sort, text};
use crate::tx::key_item;
use crate::{Store, StoreError, keys};
use aws_sdk_dynamodb::types::{AttributeValue, DeleteRequest, ReturnConsumedCapacity, WriteRequest};
use proconnect_domain::{OutboxId, Timestamp};
use proconnect_messaging::Envelope;
use std::collections::HashMap;
use std::time::Duration;

/// `BatchWriteItem` takes at most 25 requests (DynamoDB limits).
const BATCH: usize = 25;

/// A dispatched or done job is remembered this long, longer than SQS keeps a message (14 days at most).
const DONE_LIFE: Duration = Duration::from_secs(15 * 24 * 3600);

pub(crate) fn item(envelope: &Envelope, now: Timestamp) -> Result<Item, StoreError> {
    let json = serde_json::to_string(envelope).map_err(|error| StoreError::Other(error.to_string()))?;
    let mut item = key_item(keys::outbox(envelope.id));
    item.insert("envelope".to_owned(), AttributeValue::S(json.clone()));
    item.insert("duepk".to_owned(), AttributeValue::S(keys::DUE_OUTBOX.to_owned()));
    item.insert(
        "duesk".to_owned(),
        AttributeValue::S(keys::due_sort(now, &envelope.id.to_string())),
    );
    // The sweep reads the index alone, so the index carries the job.
    item.insert("card".to_owned(), AttributeValue::S(json));
    Ok(item)
}

/// The envelope in a new image of the stream; `None` when the image is not an outbox record.
pub fn outbox_envelope(image: serde_dynamo::Item) -> Result<Option<Envelope>, StoreError> {
    let image: Item = image.into();
    if !text(&image, "pk").starts_with(keys::OUTBOX) {
        return Ok(None);
    }
    let envelope = serde_json::from_str(&text(&image, "envelope"));
    envelope
        .map(Some)
        .map_err(|error| StoreError::Other(format!("outbox record: {error}")))
}

/// Reads and clears the outbox.
pub struct Outbox<'a>(pub(crate) &'a Store);

impl Store {
    /// The outbox.
    pub fn outbox(&self) -> Outbox<'_> {
        Outbox(self)
    }
}

impl Outbox<'_> {
    /// Deletes records that were handed to their queues.
    pub async fn clear(&self, ids: &[OutboxId]) -> Result<(), StoreError> {
        let store = self.0;
        for batch in ids.chunks(BATCH) {
            let mut requests: Vec<_> = Vec::new();
            for id in batch {
                let delete = DeleteRequest::builder()
                    .set_key(Some(key_item(keys::outbox(*id))))
                    .build();
                let delete = delete.map_err(|error| StoreError::Other(error.to_string()))?;
                requests.push(WriteRequest::builder().delete_request(delete).build());
            }
            let mut retry = Retry::default();
            while !requests.is_empty() {
                let output = store
                    .client
                    .batch_write_item()
                    .request_items(&*store.table, requests)
                    .return_consumed_capacity(ReturnConsumedCapacity::Total)
                    .send()
                    .await
                    .map_err(StoreError::from_sdk)?;
                store.meter.count(true, output.consumed_capacity());
                let mut rest: HashMap<String, Vec<WriteRequest>> =
                    output.unprocessed_items.unwrap_or_default();
                requests = rest.remove(&*store.table).unwrap_or_default();
                if !requests.is_empty() {
                    retry.again().await?;
                }
            }
        }
        Ok(())
    }

    /// Records that have waited since `before`: the stream lost or never finished them. Oldest first.
    pub async fn waiting(&self, before: Timestamp, limit: u32) -> Result<Vec<Envelope>, StoreError> {
        let query = Query {
            index: Some(keys::DUE),
            sort: Sort::AtMost(keys::due_sort(before, "~")),
            limit,
            ..Query::partition(keys::DUE_OUTBOX.to_owned())
        };
        let page = self.0.query(query).await?;
        let parse = |item: Item| serde_json::from_str(&text(&item, "card"));
        page.items
            .into_iter()
            .map(parse)
            .collect::<Result<_, _>>()
            .map_err(|error| StoreError::Other(error.to_string()))
    }

    /// Whether a job was marked as done.
    pub async fn is_done(&self, id: OutboxId) -> Result<bool, StoreError> {
        let found = self.0.get_many(&[keys::done(id)]).await?;
        Ok(found.into_iter().any(|item| item.is_some()))
    }

    /// Marks a job as done, for consumers whose effect cannot be conditioned on the table (a mail).
    pub async fn mark_done(&self, id: OutboxId, now: Timestamp) -> Result<(), StoreError> {
        let store = self.0;
        let mut item = key_item(keys::done(id));
        let indexes = Indexes {
            expires: Some(now.plus(DONE_LIFE)),
            ..Indexes::default()
        };
        if let Some(at) = indexes.expires {
            item.insert(
                "ttl".to_owned(),
                AttributeValue::N((at.as_millis() / 1000).to_string()),
            );
        }
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

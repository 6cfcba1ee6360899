//! SQS behind the queue port.

use aws_sdk_sqs::Client;
use aws_sdk_sqs::types::SendMessageBatchRequestEntry;
use proconnect_messaging::{Envelope, Queue, QueueName, SendError};
use std::collections::HashMap;

/// `SendMessageBatch` takes at most ten entries (SQS quotas).
const BATCH: usize = 10;

pub(super) struct SqsQueue {
    client: Client,
    urls: HashMap<QueueName, String>,
}

impl SqsQueue {
    /// Reads the URLs of the queues that this function may send to.
    pub(super) fn new(client: Client) -> Result<Self, crate::HandlerError> {
        let urls = QueueName::ALL
            .into_iter()
            .filter_map(|queue| Some((queue, crate::environment::optional(queue.url_variable())?)))
            .collect();
        Ok(Self { client, urls })
    }

    /// Sends up to ten envelopes of one queue; answers which of them failed, by their place.
    async fn send_batch(&self, queue: QueueName, batch: &[(usize, &Envelope)]) -> HashMap<usize, SendError> {
        let fail = |message: &str| {
            batch
                .iter()
                .map(|(place, _)| (*place, SendError(message.to_owned())))
                .collect()
        };
        let Some(url) = self.urls.get(&queue) else {
            return fail(&format!("{} is not set", queue.url_variable()));
        };
        let entries: Result<Vec<_>, _> = batch
            .iter()
            .map(|(place, envelope)| entry(*place, envelope))
            .collect();
        let entries = match entries {
            Ok(entries) => entries,
            Err(error) => return fail(&error.0),
        };
        match self
            .client
            .send_message_batch()
            .queue_url(url)
            .set_entries(Some(entries))
            .send()
            .await
        {
            Ok(output) => output
                .failed()
                .iter()
                .filter_map(|failed| {
                    let reason = failed.message().unwrap_or_else(|| failed.code());
                    Some((failed.id().parse().ok()?, SendError(reason.to_owned())))
                })
                .collect(),
            Err(error) => fail(&format!(
                "SQS: {}",
                aws_sdk_sqs::error::DisplayErrorContext(error)
            )),
        }
    }
}

fn entry(place: usize, envelope: &Envelope) -> Result<SendMessageBatchRequestEntry, SendError> {
    let body = serde_json::to_string(envelope).map_err(|error| SendError(error.to_string()))?;
    SendMessageBatchRequestEntry::builder()
        .id(place.to_string())
        .message_body(body)
        .set_message_group_id(envelope.group.clone())
        .set_message_deduplication_id(envelope.deduplication_id.clone())
        .build()
        .map_err(|error| SendError(error.to_string()))
}

#[async_trait::async_trait]
impl Queue for SqsQueue {
    async fn send(&self, envelopes: &[Envelope]) -> Vec<Result<(), SendError>> {
        let mut failed = HashMap::new();
        for queue in QueueName::ALL {
            let of_queue: Vec<_> = envelopes
                .iter()
                .enumerate()
                .filter(|(_, e)| e.queue == queue)
                .collect();
            for batch in of_queue.chunks(BATCH) {
                failed.extend(self.send_batch(queue, batch).await);
            }
        }
        (0..envelopes.len())
            .map(|place| failed.remove(&place).map_or(Ok(()), Err))
            .collect()
    }
}

//! SQS behind the queue port.

use aws_sdk_sqs::Client;
use aws_sdk_sqs::types::SendMessageBatchRequestEntry;
use proconnect_messaging::{Envelope, LONGEST_MESSAGE, Queue, QueueName, SendError};
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

    /// Sends one batch to a queue; returns which of its messages failed, by their place.
    async fn send_batch(&self, queue: QueueName, batch: &[Outgoing<'_>]) -> HashMap<usize, SendError> {
        let fail = |message: &str| {
            batch
                .iter()
                .map(|message_of| (message_of.place, SendError(message.to_owned())))
                .collect()
        };
        let Some(url) = self.urls.get(&queue) else {
            return fail(&format!("{} is not set", queue.url_variable()));
        };
        let entries: Result<Vec<_>, _> = batch.iter().map(entry).collect();
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

/// A message on its way out.
struct Outgoing<'a> {
    /// Its place among all that are sent.
    place: usize,
    envelope: &'a Envelope,
    body: String,
}

fn entry(message: &Outgoing<'_>) -> Result<SendMessageBatchRequestEntry, SendError> {
    SendMessageBatchRequestEntry::builder()
        .id(message.place.to_string())
        .message_body(&message.body)
        .set_message_group_id(message.envelope.group.clone())
        .set_message_deduplication_id(message.envelope.deduplication_id.clone())
        .build()
        .map_err(|error| SendError(error.to_string()))
}

/// Cuts what goes to one queue into batches that SQS takes, in order: ten messages, and all of them together no longer than
/// one may be.
fn batches<T>(messages: Vec<T>, length: impl Fn(&T) -> usize) -> Vec<Vec<T>> {
    let mut batches: Vec<Vec<T>> = Vec::new();
    let mut sum = 0;
    for message in messages {
        let longer = length(&message);
        match batches.last_mut() {
            Some(batch) if batch.len() < BATCH && sum + longer <= LONGEST_MESSAGE => {
                sum += longer;
                batch.push(message);
            }
            _ => {
                sum = longer;
                batches.push(vec![message]);
            }
        }
    }
    batches
}

#[async_trait::async_trait]
impl Queue for SqsQueue {
    async fn send(&self, envelopes: &[Envelope]) -> Vec<Result<(), SendError>> {
        let mut failed = HashMap::new();
        for queue in QueueName::ALL {
            let mut of_queue = Vec::new();
            for (place, envelope) in envelopes.iter().enumerate().filter(|(_, e)| e.queue == queue) {
                match envelope.message() {
                    Ok(body) => of_queue.push(Outgoing {
                        place,
                        envelope,
                        body,
                    }),
                    Err(error) => {
                        failed.insert(place, SendError(error.to_string()));
                    }
                }
            }
            for batch in batches(of_queue, |message| message.body.len()) {
                failed.extend(self.send_batch(queue, &batch).await);
            }
        }
        (0..envelopes.len())
            .map(|place| failed.remove(&place).map_or(Ok(()), Err))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_batch_is_what_sqs_takes() {
        let sizes = |lengths: Vec<usize>| -> Vec<usize> {
            let batches = batches(lengths, |length| *length);
            assert!(
                batches
                    .iter()
                    .all(|batch| batch.iter().sum::<usize>() <= LONGEST_MESSAGE)
            );
            batches.iter().map(Vec::len).collect()
        };
        assert_eq!(sizes(vec![]), [0; 0]);
        assert_eq!(sizes(vec![1; 25]), [10, 10, 5]);
        assert_eq!(sizes(vec![LONGEST_MESSAGE / 2, LONGEST_MESSAGE / 2, 1]), [2, 1]);
        assert_eq!(sizes(vec![LONGEST_MESSAGE, 1, LONGEST_MESSAGE]), [1, 1, 1]);
        assert_eq!(sizes(vec![400_000; 10]), [2; 5]);
    }
}

//! Table stream: hands new outbox records to their queues.

use proconnect_messaging::Envelope;
use proconnect_runtime::{App, Function, HandlerError, Records};

pub const FUNCTION: Function = proconnect_runtime::stream!(handle, batch = 100);

/// Sends a batch and clears what was taken. On a failure the stream goes on from the first record that was not
/// taken; what is sent twice is dropped by the consumers.
pub async fn handle(app: &App, records: &Records) -> Result<(), (String, HandlerError)> {
    let Some((first, _)) = records.0.first() else {
        return Ok(());
    };
    let whole_batch = |error: HandlerError| (first.clone(), error);
    let envelopes: Vec<Envelope> = records.0.iter().map(|(_, envelope)| envelope.clone()).collect();
    let queue = app.queue().map_err(|error| whole_batch(error.into()))?;
    let results = queue.send(&envelopes).await;
    let taken: Vec<_> = envelopes
        .iter()
        .zip(&results)
        .filter(|(_, result)| result.is_ok())
        .map(|(envelope, _)| envelope.id)
        .collect();
    // A record that could not be cleared is sent again by the timers' sweep, which does no harm.
    if let Err(error) = app.store.outbox().clear(&taken).await {
        tracing::warn!(error = %error, "dispatched outbox records could not be cleared");
    }
    let failed = records.0.iter().zip(results).find_map(|((sequence, _), result)| {
        result
            .err()
            .map(|error| (sequence.clone(), HandlerError::from(error)))
    });
    failed.map_or(Ok(()), Err)
}

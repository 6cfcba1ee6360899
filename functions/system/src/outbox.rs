//! Hands outbox records to their queues: what each fact means for whom, and the commands beside them.

use proconnect_messaging::{Envelope, OutboxRecord};
use proconnect_runtime::{App, HandlerError};

/// Sends everything that follows from the records, and clears those of which everything was taken. One outcome per record.
/// What is sent twice has the same id, and is dropped by its consumer.
pub(crate) async fn send(
    app: &App,
    records: &[OutboxRecord],
) -> Result<Vec<Result<(), HandlerError>>, HandlerError> {
    let fans: Vec<Vec<Envelope>> = records
        .iter()
        .map(OutboxRecord::envelopes)
        .collect::<Result<_, _>>()?;
    let all: Vec<Envelope> = fans.iter().flatten().cloned().collect();
    let mut results = app.queue()?.send(&all).await.into_iter();
    let mut outcomes = Vec::new();
    for (record, fan) in records.iter().zip(&fans) {
        // Every one is taken from the iterator, also behind one that failed.
        let of_record: Vec<_> = results.by_ref().take(fan.len()).collect();
        let outcome = of_record.into_iter().collect::<Result<(), _>>();
        tell(record, fan.len(), &outcome);
        outcomes.push(outcome.map_err(HandlerError::from));
    }
    clear(app, records, &outcomes).await;
    Ok(outcomes)
}

fn tell<E: std::fmt::Display>(record: &OutboxRecord, messages: usize, outcome: &Result<(), E>) {
    let span = tracing::error_span!("record", cause = record.cause.as_str(), outbox.id = %record.id);
    let _entered = span.enter();
    match outcome {
        Ok(()) => tracing::info!(messages, "dispatched"),
        Err(error) => tracing::warn!(messages, error = %error, "not everything could be dispatched"),
    }
}

/// A record that could not be cleared is sent again by the sweep, which does no harm.
async fn clear(app: &App, records: &[OutboxRecord], outcomes: &[Result<(), HandlerError>]) {
    let sent = records
        .iter()
        .zip(outcomes)
        .filter(|(_, outcome)| outcome.is_ok());
    let sent: Vec<_> = sent.map(|(record, _)| record.id).collect();
    if let Err(error) = app.store.outbox().clear(&sent).await {
        tracing::warn!(error = %error, "dispatched outbox records could not be cleared");
    }
}

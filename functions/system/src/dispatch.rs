//! Table stream: hands new outbox records to the queues of whoever wants to hear of them.

use crate::outbox;
use proconnect_messaging::OutboxRecord;
use proconnect_runtime::{App, Function, HandlerError, Records};

pub const FUNCTION: Function = proconnect_runtime::stream!(handle, batch = 100, reserved = 10);

/// Sends a batch. On a failure the stream goes on from the first record of which something was not taken.
pub async fn handle(app: &App, records: &Records) -> Result<(), (String, HandlerError)> {
    let Some((first, _)) = records.0.first() else {
        return Ok(());
    };
    let batch: Vec<OutboxRecord> = records.0.iter().map(|(_, record)| record.clone()).collect();
    let outcomes = outbox::send(app, &batch).await;
    let outcomes = outcomes.map_err(|error| (first.clone(), error))?;
    let mut failed = records
        .0
        .iter()
        .zip(outcomes)
        .filter_map(|((sequence, _), outcome)| outcome.err().map(|error| (sequence.clone(), error)));
    failed.next().map_or(Ok(()), Err)
}

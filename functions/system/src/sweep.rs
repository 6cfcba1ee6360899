//! Schedule, each minute: sends what the stream left in the outbox. A schedule of its own, so that it waits for no timer and
//! no timer for it.

use crate::outbox;
use proconnect_domain::MINUTE;
use proconnect_runtime::{App, Function, HandlerError, report_unreadable};

pub const FUNCTION: Function =
    proconnect_runtime::schedule!("rate(1 minute)", handle, timeout = 60, reserved = 2);

/// How much of each shard one run takes; the next run takes the rest.
const BATCH: u32 = 50;

/// The stream keeps records for a day and may lose its consumer: what waits for more than a minute is sent here. What cannot
/// be sent, or not be read, moves behind, so that it keeps nothing from its turn.
pub async fn handle(app: &App) -> Result<(), HandlerError> {
    let now = app.now();
    let outbox = app.store.outbox();
    let waiting = outbox.waiting(now.minus(MINUTE), BATCH).await?;
    for turn in &waiting.turns {
        outbox.take_turn(turn, now).await?;
    }
    for unreadable in &waiting.unreadable {
        report_unreadable(unreadable);
    }
    let outcomes = outbox::send(app, &waiting.records).await?;
    outcomes.into_iter().collect()
}

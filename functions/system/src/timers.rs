//! Schedule, each minute: what fell due. Silence takes the very step that the clock announced.

use crate::outbox;
use proconnect_domain::{ContractId, HOUR, MINUTE, SilenceOutcome, WorkEvent};
use proconnect_files::keys;
use proconnect_runtime::{App, Function, HandlerError, report_unreadable};
use proconnect_store::{DueKind, StoreError};

pub const FUNCTION: Function =
    proconnect_runtime::schedule!("rate(1 minute)", handle, timeout = 60, reserved = 2);

/// How much of each kind one run takes; the next run takes the rest.
const BATCH: u32 = 200;

/// Expires tasks, approves what nobody reviewed, ends holds, deletes files, and sends what the stream left in the outbox.
/// One thing that fails keeps nothing else from its turn.
pub async fn handle(app: &App) -> Result<(), HandlerError> {
    let mut failures = 0;
    for due in app.store.timers().due(DueKind::Tasks, app.now(), BATCH).await? {
        failures += failed(&due.id, expire_task(app, &due.id).await);
    }
    for due in app
        .store
        .timers()
        .due(DueKind::Contracts, app.now(), BATCH)
        .await?
    {
        failures += failed(&due.id, run_clocks(app, &due.id).await);
    }
    for due in app.store.timers().due(DueKind::Files, app.now(), BATCH).await? {
        failures += failed(&due.id, delete_file(app, &due.id).await);
    }
    failures += failed("outbox", sweep_outbox(app).await);
    if failures > 0 {
        return Err(format!("{failures} timers failed and will be tried again").into());
    }
    Ok(())
}

fn failed(id: &str, result: Result<(), HandlerError>) -> u32 {
    match result {
        Ok(()) => 0,
        Err(error) => {
            tracing::warn!(id, error = %error, "a timer failed");
            1
        }
    }
}

async fn expire_task(app: &App, id: &str) -> Result<(), HandlerError> {
    let timers = app.store.timers();
    let now = app.now();
    let Some(mut task) = timers.task(id.parse()?).await? else {
        return Ok(());
    };
    if task.clock().is_none_or(|clock| clock.due_at > now) {
        return Ok(());
    }
    lost_race(timers.expire_task(&mut task, now).await)
}

/// Runs the clocks of a contract that have ended, one transaction each.
async fn run_clocks(app: &App, id: &str) -> Result<(), HandlerError> {
    let id: ContractId = id.parse()?;
    let now = app.now();
    loop {
        let Some(mut contract) = app.store.contracts().get(id).await? else {
            return Ok(());
        };
        let ended = contract.milestones.iter().find_map(|milestone| {
            let clock = milestone.clock().filter(|clock| clock.due_at <= now)?;
            Some((milestone.id, clock.on_silence))
        });
        let Some((milestone, outcome)) = ended.filter(|_| contract.next_clock().is_some()) else {
            return Ok(());
        };
        let result = match outcome {
            SilenceOutcome::ApproveAndRelease => {
                let steps = app.store.milestones();
                let step = steps.approve(&mut contract, milestone, WorkEvent::AutoApprove, now)?;
                steps.commit(step, None).await
            }
            SilenceOutcome::ForceDecision => app.store.timers().end_hold(&mut contract, milestone, now).await,
            SilenceOutcome::ExpireTask => return Err("a milestone has the clock of a task".into()),
        };
        lost_race(result)?;
    }
}

/// Somebody acted at the very last moment: then there is no silence, and the next look shows what is.
fn lost_race(result: Result<(), StoreError>) -> Result<(), HandlerError> {
    match result {
        Ok(()) | Err(StoreError::Stale(_)) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// Deletes a file that was taken back, or hung on nothing for a day: first what shows it, then its content, then what
/// remembers the content. Dying in between goes on with the next run.
async fn delete_file(app: &App, id: &str) -> Result<(), HandlerError> {
    let (id, now) = (id.parse()?, app.now());
    let Some(mut file) = app.store.files().get(id).await? else {
        return Ok(());
    };
    if file.due_at().is_none_or(|due| due > now) {
        return Ok(());
    }
    if file.removed_at.is_none() {
        file.remove(now)?;
        let removed = file.removed();
        match app.store.files().update(&mut file, [removed], now).await {
            Err(StoreError::Stale(_)) => return Ok(()),
            written => written?,
        }
    }
    for key in keys::all(id) {
        app.objects()?.delete(&key).await?;
    }
    Ok(app.store.files().delete(id, now).await?)
}

/// The stream keeps records for a day and may lose its consumer: what waits for more than a minute is sent here. What cannot
/// be read is put off, so that it keeps nothing from its turn.
async fn sweep_outbox(app: &App) -> Result<(), HandlerError> {
    let now = app.now();
    let waiting = app.store.outbox().waiting(now.minus(MINUTE), BATCH).await?;
    for unreadable in &waiting.unreadable {
        report_unreadable(unreadable);
        app.store.outbox().postpone(unreadable, now.plus(HOUR)).await?;
    }
    let outcomes = outbox::send(app, &waiting.records).await?;
    outcomes.into_iter().collect()
}

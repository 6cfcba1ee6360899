//! Schedule, each minute: what fell due. Silence takes the very step that the clock announced.

use crate::outbox;
use proconnect_domain::{ContractId, MINUTE, SilenceOutcome, WorkEvent};
use proconnect_files::keys;
use proconnect_runtime::{App, Function, HandlerError, report_unreadable};
use proconnect_store::{Due, DueKind, StoreError};

pub const FUNCTION: Function =
    proconnect_runtime::schedule!("rate(1 minute)", handle, timeout = 60, reserved = 2);

/// How much of each shard of a kind one run takes; the next run takes the rest.
const BATCH: u32 = 50;

/// After so many tries that led nowhere, three hours in all, somebody has to look.
const MANY: u32 = 5;

/// Sends what the stream left in the outbox, expires tasks, approves what nobody reviewed, ends holds, and deletes files.
/// One thing that fails keeps nothing else from its turn: taking a turn moves it behind.
pub async fn handle(app: &App) -> Result<(), HandlerError> {
    let mut failures = failed("outbox", sweep_outbox(app).await);
    for kind in [DueKind::Tasks, DueKind::Contracts, DueKind::Files] {
        failures += match app.store.timers().due(kind, app.now(), BATCH).await {
            Ok(all) => take_turns(app, kind, &all).await,
            Err(error) => failed("due", Err(error.into())),
        };
    }
    if failures > 0 {
        return Err(format!("{failures} timers failed and will be tried again").into());
    }
    Ok(())
}

async fn take_turns(app: &App, kind: DueKind, all: &[Due]) -> u32 {
    let mut failures = 0;
    for due in all {
        failures += failed(&due.id, take_turn(app, kind, due).await);
    }
    failures
}

async fn take_turn(app: &App, kind: DueKind, due: &Due) -> Result<(), HandlerError> {
    if due.tries >= MANY {
        tracing::error!(
            needs_person = true,
            id = due.id,
            tries = due.tries,
            "what is due keeps failing"
        );
    }
    if !app.store.timers().take_turn(due, app.now()).await? {
        return Ok(());
    }
    match kind {
        DueKind::Tasks => expire_task(app, &due.id).await,
        DueKind::Contracts => run_clocks(app, &due.id).await,
        DueKind::Files => delete_file(app, &due.id).await,
    }
}

fn failed(what: &str, result: Result<(), HandlerError>) -> u32 {
    match result {
        Ok(()) => 0,
        Err(error) => {
            tracing::warn!(what, error = %error, "a timer failed");
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

/// The stream keeps records for a day and may lose its consumer: what waits for more than a minute is sent here.
async fn sweep_outbox(app: &App) -> Result<(), HandlerError> {
    let now = app.now();
    let outbox = app.store.outbox();
    let waiting = outbox.waiting(now.minus(MINUTE), BATCH).await?;
    // What cannot be sent, or not be read, moves behind, so that it keeps nothing from its turn.
    for turn in &waiting.turns {
        outbox.take_turn(turn, now).await?;
    }
    for unreadable in &waiting.unreadable {
        report_unreadable(unreadable);
    }
    let outcomes = outbox::send(app, &waiting.records).await?;
    outcomes.into_iter().collect()
}

//! Schedule, each minute: what fell due becomes a command for the worker of whoever it belongs to.

use futures_util::future::join_all;
use proconnect_events::Actor;
use proconnect_messaging::{Command, DeleteFile, Envelope, ExpireTask, LookAtRoom, RunClocks, RunDispute};
use proconnect_runtime::{App, Function, HandlerError};
use proconnect_store::{Due, DueKind};

pub const FUNCTION: Function =
    proconnect_runtime::schedule!("rate(1 minute)", handle, timeout = 60, reserved = 2);

/// How much of each shard of a kind one run takes; the next run takes the rest.
const BATCH: u32 = 50;

/// As many as one call of SQS takes. Dying in between leaves no more than these without their commands, and their turn comes
/// again.
const AT_ONCE: usize = 10;

/// After so many tries that led nowhere, three hours in all, somebody has to look.
const MANY: u32 = 5;

/// Sends a command for each thing that is due. Whether it still is, its worker finds out: the command may come late, twice,
/// or after its clock was stopped. What keeps failing keeps nothing else from its turn: taking a turn moves it behind.
pub async fn handle(app: &App) -> Result<(), HandlerError> {
    let mut failures = 0;
    let kinds = [
        DueKind::Tasks,
        DueKind::Contracts,
        DueKind::Files,
        DueKind::Rooms,
        DueKind::Disputes,
    ];
    for kind in kinds {
        match app.store.timers().due(kind, app.now(), BATCH).await {
            Ok(all) => {
                for some in all.chunks(AT_ONCE) {
                    failures += command(app, kind, some).await;
                }
            }
            Err(error) => failures += failed("due", &error),
        }
    }
    if failures > 0 {
        return Err(format!("{failures} timers failed and will be tried again").into());
    }
    Ok(())
}

/// Takes the turns of some and sends their commands; returns how many of them failed.
async fn command(app: &App, kind: DueKind, some: &[Due]) -> u32 {
    let turns = some.iter().map(|due| turn(app, kind, due));
    let (mut failures, mut ids, mut envelopes) = (0, Vec::new(), Vec::new());
    for (due, outcome) in some.iter().zip(join_all(turns).await) {
        match outcome {
            Ok(Some(envelope)) => {
                ids.push(&due.id);
                envelopes.push(envelope);
            }
            // Another run has taken it.
            Ok(None) => {}
            Err(error) => failures += failed(&due.id, &error),
        }
    }
    if envelopes.is_empty() {
        return failures;
    }
    let queue = match app.queue() {
        Ok(queue) => queue,
        Err(error) => return failures + failed("queue", &error),
    };
    let sent = queue.send(&envelopes).await.into_iter().zip(ids);
    failures
        + sent
            .filter_map(|(result, id)| Some(failed(id, &result.err()?)))
            .sum::<u32>()
}

/// Takes a turn, which moves it behind before anything is done; nothing when somebody else has taken it.
async fn turn(app: &App, kind: DueKind, due: &Due) -> Result<Option<Envelope>, HandlerError> {
    if due.tries >= MANY {
        tracing::error!(
            needs_person = true,
            id = due.id,
            tries = due.tries,
            "what is due keeps failing"
        );
    }
    if !app.store.timers().take_turn(kind, due, app.now()).await? {
        return Ok(None);
    }
    let id = due.id.as_str();
    let envelope = match kind {
        DueKind::Tasks => envelope(app, &ExpireTask { task_id: id.parse()? }),
        DueKind::Contracts => envelope(
            app,
            &RunClocks {
                contract_id: id.parse()?,
            },
        ),
        DueKind::Files => envelope(app, &DeleteFile { file_id: id.parse()? }),
        DueKind::Rooms => envelope(app, &LookAtRoom { room_id: id.parse()? }),
        DueKind::Disputes => envelope(
            app,
            &RunDispute {
                dispute_id: id.parse()?,
            },
        ),
    };
    envelope.map(Some)
}

fn envelope<C: Command>(app: &App, command: &C) -> Result<Envelope, HandlerError> {
    Ok(Envelope::new(
        app.new_id()?,
        command,
        app.cause(),
        Actor::Platform,
    )?)
}

fn failed(what: &str, error: &impl std::fmt::Display) -> u32 {
    tracing::warn!(what, error = %error, "a timer failed");
    1
}

//! One run of a rewrite: takes it for itself, works in rounds of seconds, and saves after each how far it has come. Whatever
//! ends it, the next minute's run goes on from what was saved; what lies between is done a second time, to no effect.

use crate::pace::{Pace, Until};
use futures_util::future::join_all;
use proconnect_domain::{EventId, Timestamp};
use proconnect_runtime::{App, HandlerError};
use proconnect_store::{
    Found, RewriteProgress, RewriteRecord, RewriteStatus, Rewritten, Run, Segment, StoreError, Stored,
};
use std::time::Duration;
use tokio::time::{Instant, sleep};

/// A run ends well before Lambda would end it (60 s).
const WORK: Duration = Duration::from_secs(45);
/// How far it has come is saved, and a stop is heeded, about so often.
const ROUND: Duration = Duration::from_secs(5);
/// A run that has not saved for so long is dead: Lambda has ended it.
const LEASE: Duration = Duration::from_secs(120);
/// A table that is busy is left alone so long.
const PAUSE: Duration = Duration::from_secs(1);
/// How often a save is tried.
const TRIES: u32 = 5;
/// A page has no more items than this, and fewer at low rates: what was read and not come to is read again.
const PAGE: u32 = 50;

/// What a round has come to.
#[derive(Default)]
struct Made {
    segments: Vec<Segment>,
    progress: RewriteProgress,
    failure: Option<StoreError>,
}

/// Goes on with the rewrite that is running, if there is one and nobody else is at it.
pub async fn run(app: &App) -> Result<(), HandlerError> {
    let Some(mut rewrite) = app.store.rewrites().last().await? else {
        return Ok(());
    };
    let own: EventId = app.new_id()?;
    if rewrite.status != RewriteStatus::Running || rewrite.is_taken(own, app.now()) {
        return Ok(());
    }
    rewrite.run = Some(lease(own, app.now()));
    match app.store.rewrites().save(&mut rewrite, app.now()).await {
        Err(StoreError::Stale(_)) => return Ok(()),
        saved => saved?,
    }
    let failure = work(app, rewrite, own).await?;
    failure.map_or(Ok(()), |error| Err(error.into()))
}

async fn work(
    app: &App,
    rewrite: Stored<RewriteRecord>,
    own: EventId,
) -> Result<Option<StoreError>, HandlerError> {
    let mut rewrite = rewrite;
    let end = Instant::now() + WORK;
    let mut pace = Pace::new(rewrite.rate, units(app));
    let mut saved = 0.0;
    loop {
        let until = Until {
            page: end.min(Instant::now() + ROUND),
            item: end,
        };
        let mut made = round(app, &rewrite, &pace, until).await;
        let busy = made.progress.throttled > 0;
        if busy {
            sleep(PAUSE).await;
        }
        let used = units(app);
        made.progress.units = used - saved;
        saved = used;
        let failure = made.failure.take();
        let over = Instant::now() >= end || failure.is_some();
        if !save(app, &mut rewrite, &made, own, over).await? {
            return Ok(failure);
        }
        if over || rewrite.status != RewriteStatus::Running {
            say(&rewrite);
            return Ok(failure);
        }
        pace.go_on(rewrite.rate, busy, units(app));
    }
}

/// Some seconds of all segments at once.
async fn round(app: &App, rewrite: &RewriteRecord, pace: &Pace, until: Until) -> Made {
    let segments = u32::try_from(rewrite.segments.len()).unwrap_or(1);
    let limit = (rewrite.rate / segments.max(1)).clamp(2, PAGE);
    let parts = (0..segments).zip(&rewrite.segments).map(|(number, segment)| {
        let part = Part {
            number,
            segments,
            limit,
        };
        go_through(app, part, segment, pace, until)
    });
    let mut all = Made::default();
    for part in join_all(parts).await {
        all.segments.extend(part.segments);
        all.progress.add(part.progress);
        all.failure = all.failure.or(part.failure);
    }
    all
}

/// Which segment of how many, and how many items a page of it has.
#[derive(Clone, Copy)]
struct Part {
    number: u32,
    segments: u32,
    limit: u32,
}

async fn go_through(app: &App, part: Part, from: &Segment, pace: &Pace, until: Until) -> Made {
    let mut made = Made::default();
    let mut segment = from.clone();
    if !segment.done
        && let Err(error) = pages(app, part, &mut segment, &mut made.progress, pace, until).await
    {
        match error.is_busy() {
            true => made.progress.throttled += 1,
            false => made.failure = Some(error),
        }
    }
    made.segments.push(segment);
    made
}

async fn pages(
    app: &App,
    part: Part,
    segment: &mut Segment,
    progress: &mut RewriteProgress,
    pace: &Pace,
    until: Until,
) -> Result<(), StoreError> {
    let mut after = segment.after.clone();
    loop {
        let page = app
            .store
            .rewrites()
            .page(part.number, part.segments, after.as_ref(), part.limit)
            .await?;
        for found in page.items {
            let place = found.place();
            count(progress, rewrite(app, found).await?);
            segment.pass(place);
            pace.keep(units(app), until.item).await;
            if until.item_is_over() {
                return Ok(());
            }
        }
        pace.keep(units(app), until.item).await;
        match page.next {
            Some(next) => {
                segment.pass(next.clone());
                after = Some(next);
            }
            None => {
                *segment = Segment::ended();
                return Ok(());
            }
        }
        if until.page_is_over() {
            return Ok(());
        }
    }
}

async fn rewrite(app: &App, found: Found) -> Result<Rewritten, StoreError> {
    app.store.rewrites().rewrite(found).await
}

fn count(progress: &mut RewriteProgress, outcome: Rewritten) {
    progress.read += 1;
    match outcome {
        Rewritten::Current => progress.current += 1,
        Rewritten::Changed => progress.rewritten += 1,
        Rewritten::Overtaken => progress.overtaken += 1,
        Rewritten::Unreadable(id) => {
            progress.unreadable += 1;
            progress.named.push(id);
        }
    }
}

/// Saves what a round has made; `false` when the rewrite is somebody else's by now, or the table takes nothing. What an
/// operator has changed meanwhile is taken over.
async fn save(
    app: &App,
    rewrite: &mut Stored<RewriteRecord>,
    made: &Made,
    own: EventId,
    over: bool,
) -> Result<bool, HandlerError> {
    for _ in 0..TRIES {
        let mut next = rewrite.clone();
        next.segments.clone_from(&made.segments);
        next.progress.add(made.progress.clone());
        if next.segments.iter().all(|segment| segment.done) {
            next.status = RewriteStatus::Done;
            next.ended_at = Some(app.now());
        }
        let goes_on = !over && next.status == RewriteStatus::Running;
        next.run = goes_on.then(|| lease(own, app.now()));
        match app.store.rewrites().save(&mut next, app.now()).await {
            Ok(()) => {
                *rewrite = next;
                return Ok(true);
            }
            Err(StoreError::Stale(_)) => match app.store.rewrites().last().await? {
                Some(newest) if newest.run.as_ref().is_some_and(|run| run.id == own) => *rewrite = newest,
                _ => return Ok(false),
            },
            Err(error) if error.is_busy() => sleep(PAUSE).await,
            Err(error) => return Err(error.into()),
        }
    }
    tracing::warn!("how far the rewrite has come could not be saved: the table is busy");
    Ok(false)
}

fn lease(own: EventId, now: Timestamp) -> Run {
    Run {
        id: own,
        until: now.plus(LEASE),
    }
}

fn units(app: &App) -> f64 {
    app.store.meter().reading().units
}

fn say(rewrite: &RewriteRecord) {
    let progress = &rewrite.progress;
    tracing::info!(
        status = ?rewrite.status,
        read = progress.read,
        rewritten = progress.rewritten,
        overtaken = progress.overtaken,
        unreadable = progress.unreadable,
        throttled = progress.throttled,
        units = progress.units,
        "a run of the rewrite has ended"
    );
}

//! Reads every item of the table and writes it as today's code does, no faster than an operator allows. A schedule goes on
//! with it each minute; an operator starts and stops it (docs/operations.md, "Rewrite the records").

use crate::rewriting;
use proconnect_domain::Timestamp;
use proconnect_runtime::{App, Function, HandlerError};
use proconnect_store::{RewriteProgress, RewriteRecord, RewriteStatus, StoreError};
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;

pub const FUNCTION: Function = proconnect_runtime::operated!("rate(1 minute)", handle, timeout = 60);

/// Slower than this, saving how far it has come would be most of what it uses.
const RATES: RangeInclusive<u32> = 10..=10_000;
/// Each segment is read by itself; more at once than this are no faster in one process.
const SEGMENTS: RangeInclusive<u32> = 1..=16;

/// A run and an operator may write at the same moment, this often.
const TRIES: u32 = 5;

/// What an operator may ask for, such as `{"start": {"rate": 100}}`.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub enum Command {
    /// Begin at the beginning.
    Start(Start),
    /// Go on with what was stopped, or go on at another rate.
    Resume(Resume),
    /// Stop, in some seconds. What was rewritten stays so.
    Stop {},
    /// Say how far it has come.
    Status {},
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Start {
    /// Capacity units in a second, read and write units together.
    #[serde(default = "usual_rate")]
    rate: u32,
    /// Parts that are read at once.
    #[serde(default = "usual_segments")]
    segments: u32,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Resume {
    /// As of [`Start`]; without it, the rate stays.
    rate: Option<u32>,
}

fn usual_rate() -> u32 {
    100
}

fn usual_segments() -> u32 {
    4
}

/// What an operator is shown.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Answer {
    /// How far it has come.
    Report(Report),
    /// Nothing was done, for this reason.
    Refused {
        /// In words.
        refused: &'static str,
    },
}

/// How far it has come.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    status: RewriteStatus,
    rate: u32,
    segments: usize,
    segments_done: usize,
    /// A run is at it at this moment.
    at_work: bool,
    started_at: Timestamp,
    saved_at: Timestamp,
    ended_at: Option<Timestamp>,
    #[serde(flatten)]
    progress: RewriteProgress,
}

/// Goes on with what is running, or does what an operator asks for.
pub async fn handle(app: &App, command: Option<Command>) -> Result<Option<Answer>, HandlerError> {
    let answer = match command {
        None => {
            rewriting::run(app).await?;
            return Ok(None);
        }
        Some(Command::Start(start)) => begin(app, &start).await?,
        Some(Command::Resume(resume)) => resume_it(app, &resume).await?,
        Some(Command::Stop {}) => change(app, stop).await?,
        Some(Command::Status {}) => change(app, |_| Ok(false)).await?,
    };
    Ok(Some(answer))
}

async fn begin(app: &App, start: &Start) -> Result<Answer, HandlerError> {
    if !RATES.contains(&start.rate) || !SEGMENTS.contains(&start.segments) {
        return Ok(refused(
            "a rate is 10 to 10000 units a second, and there are 1 to 16 segments",
        ));
    }
    let last = app.store.rewrites().last().await?;
    if last
        .as_ref()
        .is_some_and(|last| last.status == RewriteStatus::Running)
    {
        return Ok(refused(
            "a rewrite is running: stop it first, or resume it at another rate",
        ));
    }
    let record = RewriteRecord::new(start.rate, start.segments, app.now());
    match app
        .store
        .rewrites()
        .start(last.as_ref(), &record, app.now())
        .await
    {
        Ok(()) => Ok(report(app, &record)),
        Err(StoreError::Stale(_)) => Ok(refused("somebody else was faster: ask for the status")),
        Err(error) => Err(error.into()),
    }
}

async fn resume_it(app: &App, resume: &Resume) -> Result<Answer, HandlerError> {
    if resume.rate.is_some_and(|rate| !RATES.contains(&rate)) {
        return Ok(refused("a rate is 10 to 10000 units a second"));
    }
    let go_on = |rewrite: &mut RewriteRecord| {
        if rewrite.status == RewriteStatus::Done {
            return Err("it is done: start another one");
        }
        rewrite.status = RewriteStatus::Running;
        rewrite.rate = resume.rate.unwrap_or(rewrite.rate);
        Ok(true)
    };
    change(app, go_on).await
}

fn stop(rewrite: &mut RewriteRecord) -> Result<bool, &'static str> {
    if rewrite.status != RewriteStatus::Running {
        return Err("no rewrite is running");
    }
    rewrite.status = RewriteStatus::Stopped;
    Ok(true)
}

/// Changes the record, if the change says so, and shows it. A run that saves at the same moment takes the change over.
async fn change(
    app: &App,
    change: impl Fn(&mut RewriteRecord) -> Result<bool, &'static str>,
) -> Result<Answer, HandlerError> {
    for _ in 0..TRIES {
        let Some(mut rewrite) = app.store.rewrites().last().await? else {
            return Ok(refused("none was ever started"));
        };
        match change(&mut rewrite) {
            Err(reason) => return Ok(refused(reason)),
            Ok(false) => return Ok(report(app, &rewrite)),
            Ok(true) => {}
        }
        match app.store.rewrites().save(&mut rewrite, app.now()).await {
            Ok(()) => return Ok(report(app, &rewrite)),
            Err(StoreError::Stale(_)) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(refused("others change it all the time: try again"))
}

fn refused(reason: &'static str) -> Answer {
    Answer::Refused { refused: reason }
}

fn report(app: &App, rewrite: &RewriteRecord) -> Answer {
    let now = app.now();
    Answer::Report(Report {
        status: rewrite.status,
        rate: rewrite.rate,
        segments: rewrite.segments.len(),
        segments_done: rewrite.segments.iter().filter(|segment| segment.done).count(),
        at_work: rewrite.run.as_ref().is_some_and(|run| run.until > now),
        started_at: rewrite.started_at,
        saved_at: rewrite.saved_at,
        ended_at: rewrite.ended_at,
        progress: rewrite.progress.clone(),
    })
}

//! `make bench`: a thousand people with a connection each, and two hundred requests a second of a mixed journey.
//!
//! Makes the people and the funded work that the journey needs, starts the local binary on that state, and then sends at a fixed
//! rate, whether answers come or not. Bounded by `CROWD_SECONDS` (300), `CROWD_PEOPLE` (1000), and the ten seconds after which
//! an answer counts as lost. Exits with 1 when a budget is missed.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a bench that cannot run should say so and stop"
)]

#[path = "crowd/api.rs"]
mod api;
#[path = "crowd/journey.rs"]
mod journey;
#[path = "crowd/people.rs"]
mod people;
mod server;
#[path = "crowd/sockets.rs"]
mod sockets;

use journey::{Call, Journey, Kind};
use sockets::Sockets;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Requests a second.
const RATE: u32 = 200;
/// An access token ends after fifteen minutes, and nobody signs in again.
const TOKENS: Duration = Duration::from_secs(14 * 60);
/// Budgets of the 99th percentiles, in milliseconds.
const READS: f64 = 100.0;
const WRITES: f64 = 250.0;

/// What came back, and when.
struct Outcome {
    kind: Kind,
    name: &'static str,
    /// 0 when no answer came.
    status: u16,
    took: Duration,
}

fn number(name: &str, otherwise: u32) -> u32 {
    std::env::var(name).map_or(otherwise, |text| text.parse().expect("a number"))
}

#[tokio::main]
async fn main() -> ExitCode {
    let seconds = number("CROWD_SECONDS", 300);
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    println!("load average before: {}", load.trim());
    let directory = tempfile::tempdir().unwrap();
    let began = Instant::now();
    let count = number("CROWD_PEOPLE", 1000) as usize;
    let people = people::People::make(directory.path(), count, seconds as usize).await;
    println!(
        "{} people, {} milestones handed in, after {:.0} s",
        people.count(),
        people.work.len(),
        began.elapsed().as_secs_f64()
    );
    let port = server::free_port();
    let (server, _) = server::start(directory.path(), port, &reqwest::Client::new(), "0").await;
    // Given out as an address, so that each person can come from one of their own.
    let base = format!("http://127.0.0.1:{port}");
    let sockets = Arc::new(Sockets::open(&base, &people).await);
    println!(
        "{} connections open after {:.0} s",
        sockets.count(),
        began.elapsed().as_secs_f64()
    );
    let end = began.elapsed() + Duration::from_secs(seconds.into());
    assert!(
        end < TOKENS,
        "this machine is too slow to make so many people in time"
    );

    let before = server.cpu();
    let journey = Journey::new(&base, people, Arc::clone(&sockets));
    let began = Instant::now();
    let outcomes = run(journey, RATE * seconds).await;
    let share = (server.cpu() - before).as_secs_f64() / began.elapsed().as_secs_f64();
    let lost = sockets.count() - sockets.still_open();
    println!("CPU of the server: {:.0} % of one core", share * 100.0);
    if print(&outcomes, lost) {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Sends at the fixed rate; a slow answer delays no other request.
async fn run(mut journey: Journey, requests: u32) -> Vec<Outcome> {
    let mut ticks = tokio::time::interval(Duration::from_secs(1) / RATE);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Burst);
    let mut sent = tokio::task::JoinSet::new();
    for number in 0..requests {
        let due = ticks.tick().await;
        let call = journey.call(number);
        // From when it was due: what a busy generator sends late counts as waited for.
        sent.spawn(async move { one(call, due.into_std()).await });
    }
    sent.join_all().await
}

async fn one(call: Call, due: Instant) -> Outcome {
    let (kind, name) = (call.kind, call.name);
    let status = call.send().await;
    Outcome {
        kind,
        name,
        status,
        took: due.elapsed(),
    }
}

fn print(outcomes: &[Outcome], lost: usize) -> bool {
    let mut names: Vec<_> = outcomes.iter().map(|outcome| outcome.name).collect();
    names.sort_unstable();
    names.dedup();
    for name in names {
        let times = times(outcomes, |outcome| outcome.name == name);
        println!(
            "{name:<12} {:>6}  p50 {:>7.1} ms  p99 {:>7.1} ms",
            times.len(),
            percentile(&times, 50),
            percentile(&times, 99)
        );
    }
    let bad: Vec<u16> = outcomes
        .iter()
        .map(|outcome| outcome.status)
        .filter(|status| !(200..400).contains(status))
        .collect();
    let mut kinds = bad.clone();
    kinds.sort_unstable();
    kinds.dedup();
    for kind in kinds {
        println!(
            "status {kind}: {}",
            bad.iter().filter(|status| **status == kind).count()
        );
    }
    let of = |kind| percentile(&times(outcomes, |outcome| outcome.kind == kind), 99);
    [
        line("answers that are no success", bad.len() as f64, 0.0, ""),
        line("connections lost", lost as f64, 0.0, ""),
        line("reads at 200 requests a second, p99", of(Kind::Read), READS, "ms"),
        line(
            "writes at 200 requests a second, p99",
            of(Kind::Write),
            WRITES,
            "ms",
        ),
    ]
    .iter()
    .all(|met| *met)
}

fn times(outcomes: &[Outcome], which: impl Fn(&Outcome) -> bool) -> Vec<Duration> {
    let mut times: Vec<_> = outcomes
        .iter()
        .filter(|outcome| which(outcome))
        .map(|outcome| outcome.took)
        .collect();
    times.sort_unstable();
    times
}

fn percentile(times: &[Duration], part: usize) -> f64 {
    let place = (times.len() * part / 100).min(times.len().saturating_sub(1));
    times
        .get(place)
        .map_or(f64::NAN, |time| time.as_secs_f64() * 1000.0)
}

fn line(what: &str, figure: f64, budget: f64, unit: &str) -> bool {
    let met = figure <= budget;
    println!(
        "{what:<44} {figure:>8.1} {unit:<3} (budget {budget} {unit}) {}",
        if met { "met" } else { "MISSED" }
    );
    met
}

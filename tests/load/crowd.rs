//! `make bench`: a thousand open connections, and two hundred requests a second of a mixed journey.
//!
//! Starts the local binary on a state of its own, makes the people and the funded work that the journey needs, and then sends at
//! a fixed rate, whether answers come or not. Bounded by `CROWD_SECONDS` (300). Exits with 1 when a budget is missed.
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
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Requests a second.
const RATE: u32 = 200;
/// Open connections.
const SOCKETS: usize = 1000;
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

#[tokio::main]
async fn main() -> ExitCode {
    let seconds: u32 = std::env::var("CROWD_SECONDS").map_or(300, |text| text.parse().expect("a number"));
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    println!("load average before: {}", load.trim());
    let directory = tempfile::tempdir().unwrap();
    let port = server::free_port();
    let (server, _) = server::start(directory.path(), port, &reqwest::Client::new(), "1").await;
    // Given out as an address, so that each person can come from one of their own.
    let base: Arc<str> = format!("http://127.0.0.1:{port}").into();
    let began = Instant::now();
    let people = people::People::make(&base, seconds as usize).await;
    println!(
        "{} people, {} milestones handed in, after {:.0} s",
        people.count(),
        people.work.len(),
        began.elapsed().as_secs_f64()
    );
    let sockets = sockets::open(&base, &people, SOCKETS).await;
    println!(
        "{SOCKETS} connections open after {:.0} s",
        began.elapsed().as_secs_f64()
    );

    let before = server.cpu();
    let outcomes = run(Journey::new(people), RATE * seconds).await;
    let cpu = server.cpu() - before;
    let open = sockets.open();
    println!(
        "CPU of the server: {:.0} % of one core",
        cpu.as_secs_f64() / f64::from(seconds) * 100.0
    );
    if print(&outcomes, open) {
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
    let status = call.send().await;
    Outcome {
        kind: call.kind,
        name: call.name,
        status,
        took: due.elapsed(),
    }
}

fn print(outcomes: &[Outcome], open: usize) -> bool {
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
        line("connections lost", (SOCKETS - open) as f64, 0.0, ""),
        line("reads at 200 requests a second, p99", of(Kind::Read), READS, "ms"),
        line(
            "writes at 200 requests a second, p99",
            of(Kind::Write),
            WRITES,
            "ms",
        ),
    ]
    .into_iter()
    .all(|met| met)
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

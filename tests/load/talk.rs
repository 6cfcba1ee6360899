//! `make bench`: a thousand windows in rooms of two, who write four hundred messages a second while others read; the same beside a
//! Socket.io server, if its packages are there; all windows opened again; and a room with a long history beside one with a short one.
//!
//! Starts the local binary on a state of its own and ends by itself: `TALK_SECONDS` (30) bounds each load, `TALK_WINDOWS` (1000) who
//! talks, `TALK_RATE` (400) how many messages a second they write. Exits with 1 when a budget is missed. `TALK_COST=1` only says what a
//! message costs: with 50 windows and 20 messages a second it compares two builds within half a minute.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a bench that cannot run should say so and stop"
)]

#[path = "talk/cost.rs"]
mod cost;
#[path = "talk/gateway.rs"]
mod gateway;
#[path = "talk/histories.rs"]
mod histories;
#[path = "talk/load.rs"]
mod load;
#[path = "talk/memory.rs"]
mod memory;
#[path = "talk/peer.rs"]
mod peer;
#[path = "talk/people.rs"]
mod people;
#[path = "talk/reads.rs"]
mod reads;
#[path = "talk/reopened.rs"]
mod reopened;
mod server;
#[path = "talk/wire.rs"]
mod wire;

use load::{Figures, Windows};
use memory::resident;
use people::People;
use std::process::ExitCode;
use std::time::Duration;
use wire::Wire;

/// Messages a second, if nothing else is said.
const RATE: u32 = 400;

fn number(name: &str, otherwise: u32) -> u32 {
    std::env::var(name).map_or(otherwise, |text| text.parse().expect("a number"))
}

/// A figure and what it may be.
struct Row(&'static str, f64, f64, &'static str);

#[tokio::main]
async fn main() -> ExitCode {
    let (seconds, rate) = (number("TALK_SECONDS", 30), number("TALK_RATE", RATE));
    // Open windows, each of a person of their own.
    let count = number("TALK_WINDOWS", 1000) as usize;
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    println!("load average before: {}", load.trim());
    let folder = tempfile::tempdir().unwrap();
    let people = People::make(folder.path(), count).await;
    let only_cost = number("TALK_COST", 0) == 1;
    if !only_cost {
        histories::fill(folder.path(), &people);
    }
    let port = server::free_port();
    let (server, _) = server::start(folder.path(), port, &reqwest::Client::new(), "0").await;
    let base = format!("http://127.0.0.1:{port}");
    let wire = Wire::Ours(base.clone());

    let before = resident(&server);
    let windows = Windows::open(&wire, &people).await;
    if only_cost {
        let (cost, lost) = cost::of_a_message(&server, &windows, rate, seconds).await;
        println!("CPU of a message and of all that it causes: {cost:.2} ms; {lost} lost");
        return ExitCode::SUCCESS;
    }
    let memory = (resident(&server) - before) / count as f64;
    let (mixed, reads) = tokio::join!(windows.load(rate, seconds), reads::run(&base, &people, seconds));
    let cpu = server.cpu();
    let alone = windows.load(rate, seconds).await;
    let ours = per_delivery(server.cpu() - cpu, &alone);
    let gateway = gateway::share(&server, &windows, rate, seconds.min(10)).await;
    drop(windows);
    let mut rows = rows(&mixed, &reads);
    rows.extend(reopened::run(&wire, &people).await);
    rows.extend(histories::compare(&base, &people).await);
    drop(server);
    println!(
        "alone: p50 {:.1} ms, p99 {:.1} ms",
        alone.percentile(50),
        alone.percentile(99)
    );
    println!("CPU of a delivery {ours:.3} ms, gateway and table included; memory of a window {memory:.1} KB");
    println!("the gateway's own share: {gateway:.3} ms for a frame that is answered and not stored");
    rows.extend(peer::compare(&people, seconds, ours, memory).await);
    if print(&rows) {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn rows(mixed: &Figures, reads: &reads::Reads) -> Vec<Row> {
    vec![
        Row("messages lost", mixed.lost() as f64, 0.0, ""),
        Row("messages told twice", mixed.doubled() as f64, 0.0, ""),
        Row(
            "frames and calls that were refused",
            (mixed.refused + reads.refused) as f64,
            0.0,
            "",
        ),
        Row("delivery meanwhile, p50", mixed.percentile(50), 50.0, "ms"),
        Row("delivery meanwhile, p99", mixed.percentile(99), 1000.0, "ms"),
        Row(
            "200 reads a second beside it, p99",
            reads.percentile(99),
            100.0,
            "ms",
        ),
    ]
}

/// Milliseconds of CPU for each message that reached its window.
fn per_delivery(cpu: Duration, figures: &Figures) -> f64 {
    cpu.as_secs_f64() * 1000.0 / figures.delivered() as f64
}

fn print(rows: &[Row]) -> bool {
    rows.iter().fold(true, |met, Row(what, figure, budget, unit)| {
        let is_met = figure <= budget;
        let word = if is_met { "met" } else { "MISSED" };
        println!("{what:<44} {figure:>8.2} {unit:<3} (budget {budget} {unit}) {word}");
        met && is_met
    })
}

fn percentile(times: &[Duration], part: usize) -> f64 {
    let place = (times.len() * part / 100).min(times.len().saturating_sub(1));
    times
        .get(place)
        .map_or(f64::NAN, |time| time.as_secs_f64() * 1000.0)
}

//! `make bench`: measures what a running ProConnect does and prints each figure beside its budget.
//!
//! Starts the local binary on a state of its own, with the demo marketplace, twice: the second start is what counts.
//! Then sends reads at a fixed rate, bounded in count. Exits with 1 when a budget is missed.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a bench that cannot run should say so and stop"
)]

mod demo;
mod server;

use demo::token;
use serde_json::Value;
use server::{free_port, start};
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// Requests a second, and how many in all.
const RATE: u32 = 50;
const REQUESTS: u32 = 1000;

/// The reads of the mix, on things that the demo has.
async fn reads(base: &str, http: &reqwest::Client, token: &str) -> Vec<String> {
    let get = async |path: &str| -> Value {
        http.get(format!("{base}{path}"))
            .bearer_auth(token)
            .send()
            .await
            .unwrap()
            .json()
            .await
            .unwrap()
    };
    let task = get("/v1/tasks").await["items"][0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let mine = get("/v1/tasks/mine").await["items"][0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let contract = get("/v1/contracts?role=client").await["items"][0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let payment = get("/v1/payments").await["items"][0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    vec![
        "/v1/tasks".to_owned(),
        "/v1/tasks?q=design&sort=deadline".to_owned(),
        format!("/v1/tasks/{task}"),
        "/v1/tasks/mine".to_owned(),
        format!("/v1/tasks/{mine}/bids"),
        "/v1/contracts?role=client".to_owned(),
        format!("/v1/contracts/{contract}"),
        "/v1/payments".to_owned(),
        format!("/v1/payments/{payment}/invoice"),
        "/v1/users/me".to_owned(),
        "/v1/categories".to_owned(),
    ]
}

async fn latencies(base: &str, http: &reqwest::Client, token: &str) -> Vec<Duration> {
    let paths = reads(base, http, token).await;
    let mut ticks = tokio::time::interval(Duration::from_secs(1) / RATE);
    let mut calls = Vec::new();
    for number in 0..REQUESTS {
        ticks.tick().await;
        let path = &paths[number as usize % paths.len()];
        let request = http.get(format!("{base}{path}")).bearer_auth(token);
        calls.push(tokio::spawn(async move {
            let began = Instant::now();
            let answer = request.send().await.unwrap();
            assert!(answer.status().is_success(), "{}", answer.status());
            answer.bytes().await.unwrap();
            began.elapsed()
        }));
    }
    let mut times = Vec::new();
    for call in calls {
        times.push(call.await.unwrap());
    }
    times.sort();
    times
}

fn line(what: &str, figure: f64, budget: f64, unit: &str) -> bool {
    let met = figure <= budget;
    println!(
        "{what:<44} {figure:>8.1} {unit:<3} (budget {budget} {unit}) {}",
        if met { "met" } else { "MISSED" }
    );
    met
}

#[tokio::main]
async fn main() -> ExitCode {
    let directory = tempfile::tempdir().unwrap();
    let http = reqwest::Client::new();
    let port = free_port();
    let base = format!("http://localhost:{port}");
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    println!("load average before: {}", load.trim());
    let (first, _) = start(directory.path(), port, &http, "1").await;
    // Waits for the demo: its accounts can sign in once it is done.
    tokio::time::sleep(Duration::from_secs(8)).await;
    drop(first);
    let (server, second_start) = start(directory.path(), port, &http, "1").await;
    let token = token(&base, &http, "clara").await;
    let before = server.cpu();
    let times = latencies(&base, &http, &token).await;
    let cpu = (server.cpu() - before).as_secs_f64() * 1000.0 / f64::from(REQUESTS);
    drop(server);
    let percentile =
        |part: usize| times[(times.len() * part / 100).min(times.len() - 1)].as_secs_f64() * 1000.0;
    println!(
        "{REQUESTS} reads at {RATE}/s: p50 {:.1} ms, p95 {:.1} ms, CPU of one {cpu:.1} ms",
        percentile(50),
        percentile(95)
    );
    let met = [
        line(
            "second start to an answer",
            second_start.as_secs_f64() * 1000.0,
            3000.0,
            "ms",
        ),
        line("local API, reads at 50/s, p99", percentile(99), 25.0, "ms"),
    ];
    if met.into_iter().all(|met| met) {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

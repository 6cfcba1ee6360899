//! `make bench`: what the local program costs with a thousand, a hundred thousand and a million tasks in its table.
//!
//! Ratios of medians of one run are compared, since machines differ. The filled states are kept under `target/` and used
//! again; `GROWTH=1000,100000` takes fewer. Exits with 1 when a budget is missed.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a bench that cannot run should say so and stop"
)]

mod demo;
#[path = "growth/fill.rs"]
mod fill;
mod server;

use demo::token;
use serde_json::{Value, json};
use server::{Server, free_port, start};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// How often each call is made.
const ROUNDS: usize = 60;
/// Those that come first: caches fill, pages of the file are read.
const WARM_UP: usize = 10;
/// How long an idle program is watched.
const IDLE: Duration = Duration::from_secs(8);
/// No median may grow by more than this from the smallest table to the largest.
const RATIO: f64 = 1.15;
/// What an idle program may use of a second, in milliseconds.
const IDLE_BUDGET: f64 = 5.0;

/// What is measured, in this order.
const CALLS: [&str; 4] = ["create", "list", "detail", "bid"];

struct Figures {
    tasks: usize,
    /// Medians in milliseconds, one for each of [`CALLS`].
    medians: [f64; 4],
    /// What each call cost the table, in the server's words.
    costs: [String; 4],
    /// Milliseconds of CPU a second.
    idle: f64,
}

#[tokio::main]
async fn main() -> ExitCode {
    let sizes = std::env::var("GROWTH").unwrap_or_else(|_| "1000,100000,1000000".to_owned());
    let mut markets = Vec::new();
    for size in sizes.split(',') {
        markets.push(Market::open(size.parse().expect("GROWTH is a list of numbers")).await);
    }
    let all = measure(markets).await;
    if print(&all) {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn print(all: &[Figures]) -> bool {
    println!(
        "{:<10} {:>9} {:>9} {:>9} {:>9} {:>14}",
        "tasks", "create", "list", "detail", "bid", "idle"
    );
    for Figures {
        tasks,
        medians: [create, list, detail, bid],
        idle,
        ..
    } in all
    {
        println!(
            "{tasks:<10} {create:>6.1} ms {list:>6.1} ms {detail:>6.1} ms {bid:>6.1} ms {idle:>6.1} ms CPU/s"
        );
    }
    let (first, larger) = all.split_first().unwrap();
    let mut met = true;
    for one in larger {
        for (call, (before, after)) in CALLS.iter().zip(first.medians.iter().zip(one.medians)) {
            let what = format!("{call}, {} against {} tasks", one.tasks, first.tasks);
            met &= line(&what, after / before, RATIO, "x");
        }
        for (call, (before, after)) in CALLS.iter().zip(first.costs.iter().zip(&one.costs)) {
            let same = before == after;
            met &= same;
            let word = if same { "met" } else { "MISSED" };
            println!("{call}: {after} (budget {before}) {word}");
        }
    }
    let idle = all.iter().map(|figures| figures.idle).fold(0.0, f64::max);
    line("idle at any size", idle, IDLE_BUDGET, "ms/s") && met
}

fn line(what: &str, figure: f64, budget: f64, unit: &str) -> bool {
    let met = figure <= budget;
    let word = if met { "met" } else { "MISSED" };
    println!("{what:<44} {figure:>8.2} {unit} (budget {budget} {unit}) {word}");
    met
}

/// Where the state of a size is kept.
fn folder(size: usize) -> PathBuf {
    let built = std::env::current_exe().unwrap();
    built.with_file_name(format!("growth-{size}"))
}

/// One round of each after the other, so that what else the machine does meets all of them alike.
async fn measure(mut markets: Vec<Market>) -> Vec<Figures> {
    for round in 0..WARM_UP + ROUNDS {
        for market in &mut markets {
            let (took, costs) = market.round(round).await;
            market.costs = costs;
            if round >= WARM_UP {
                market
                    .times
                    .iter_mut()
                    .zip(took)
                    .for_each(|(times, took)| times.push(took));
            }
        }
    }
    let mut all = Vec::new();
    for market in markets {
        let idle = idle(&market.server).await;
        all.push(Figures {
            tasks: market.tasks,
            medians: market.times.map(median),
            costs: market.costs,
            idle,
        });
    }
    all
}

fn median(mut times: Vec<Duration>) -> f64 {
    times.sort();
    times[times.len() / 2].as_secs_f64() * 1000.0
}

/// Milliseconds of CPU a second while nobody asks for anything.
async fn idle(server: &Server) -> f64 {
    tokio::time::sleep(Duration::from_secs(2)).await;
    let before = server.cpu();
    tokio::time::sleep(IDLE).await;
    (server.cpu() - before).as_secs_f64() * 1000.0 / IDLE.as_secs_f64()
}

/// A program with so many tasks, and two people in it.
struct Market {
    tasks: usize,
    server: Server,
    times: [Vec<Duration>; 4],
    costs: [String; 4],
    clara: String,
    felix: String,
    base: String,
    http: reqwest::Client,
}

impl Market {
    async fn open(tasks: usize) -> Self {
        let (folder, http) = (folder(tasks), reqwest::Client::new());
        if !folder.join("filled").exists() {
            fill::fill(&folder, tasks, &http).await;
        }
        let port = free_port();
        let (server, _) = start(&folder, port, &http, "1").await;
        let base = format!("http://localhost:{port}");
        let clara = token(&base, &http, "clara").await;
        let felix = token(&base, &http, "felix").await;
        Self {
            tasks,
            server,
            times: Default::default(),
            costs: Default::default(),
            clara,
            felix,
            base,
            http,
        }
    }

    /// Each of [`CALLS`] once: how long it took, and what it cost.
    async fn round(&self, number: usize) -> ([Duration; 4], [String; 4]) {
        let (create, task) = self.post("/v1/tasks", &self.clara, fill::task(number)).await;
        let path = format!("/v1/tasks/{}", task["id"].as_str().unwrap());
        let list = self.get("/v1/tasks").await;
        let detail = self.get(&path).await;
        let (bid, _) = self.post(&format!("{path}/bids"), &self.felix, bid()).await;
        let calls = [create, list, detail, bid];
        (calls.each_ref().map(|call| call.0), calls.map(|call| call.1))
    }

    async fn get(&self, path: &str) -> (Duration, String) {
        let began = Instant::now();
        let answer = self
            .http
            .get(format!("{}{path}", self.base))
            .bearer_auth(&self.felix)
            .send()
            .await
            .unwrap();
        assert!(answer.status().is_success(), "{path}: {}", answer.status());
        let cost = cost(&answer);
        answer.bytes().await.unwrap();
        (began.elapsed(), cost)
    }

    async fn post(&self, path: &str, token: &str, body: Value) -> ((Duration, String), Value) {
        let began = Instant::now();
        let answer = self
            .http
            .post(format!("{}{path}", self.base))
            .bearer_auth(token)
            .json(&body)
            .send()
            .await
            .unwrap();
        let (status, cost) = (answer.status(), cost(&answer));
        let body: Value = answer.json().await.unwrap();
        assert!(status.is_success(), "{path}: {status} {body}");
        ((began.elapsed(), cost), body)
    }
}

/// `reads=1 writes=0 units=4.5`, as the local program says it of each answer.
fn cost(answer: &reqwest::Response) -> String {
    let timing = answer.headers()["server-timing"].to_str().unwrap();
    timing
        .trim_start_matches("table;desc=")
        .trim_matches('"')
        .to_owned()
}

fn bid() -> Value {
    json!({
        "coverLetter": "I have drawn forty logos for small shops.", "amount": {"amount": 40000, "currency": "usd"},
        "timelineDays": 14, "milestones": [],
    })
}

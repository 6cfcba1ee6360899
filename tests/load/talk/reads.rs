//! What others read meanwhile, at a fixed rate.

use crate::people::People;
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

/// Calls a second.
const RATE: u32 = 200;

/// What came of it.
pub(crate) struct Reads {
    times: Vec<Duration>,
    pub(crate) refused: usize,
}

impl Reads {
    pub(crate) fn percentile(&self, part: usize) -> f64 {
        crate::percentile(&self.times, part)
    }
}

/// Reads for so long, each call as somebody else.
pub(crate) async fn run(base: &str, people: &People, seconds: u32) -> Reads {
    let http = reqwest::Client::builder()
        .timeout(Duration::from_secs(10))
        .build()
        .unwrap();
    let mut ticks = tokio::time::interval(Duration::from_secs(1) / RATE);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Burst);
    let mut calls = JoinSet::new();
    for number in 0..RATE * seconds {
        let due = ticks.tick().await.into_std();
        let call = http.get(format!("{base}{}", path(people, number as usize)));
        let call = call.bearer_auth(&people.all[number as usize % people.all.len()].token);
        calls.spawn(async move { (answers(call).await, due.elapsed()) });
    }
    let answers: Vec<(bool, Duration)> = calls.join_all().await;
    let mut times: Vec<Duration> = answers.iter().map(|(_, took)| *took).collect();
    times.sort_unstable();
    Reads {
        refused: answers.iter().filter(|(is_fine, _)| !is_fine).count(),
        times,
    }
}

async fn answers(call: reqwest::RequestBuilder) -> bool {
    match call.send().await {
        Ok(answer) => answer.status().is_success() && answer.bytes().await.is_ok(),
        Err(_) => false,
    }
}

fn path(people: &People, number: usize) -> String {
    let room = people.room(number % people.all.len());
    match number % 7 {
        0 => "/v1/rooms".to_owned(),
        1 => format!("/v1/rooms/{room}/messages"),
        2 => "/v1/tasks".to_owned(),
        3 => "/v1/users/me".to_owned(),
        4 => format!("/v1/rooms/{room}"),
        5 => "/v1/notifications".to_owned(),
        _ => "/v1/tasks?q=design&sort=deadline".to_owned(),
    }
}

/// How long one call takes.
pub(crate) async fn one(http: &reqwest::Client, url: &str, token: &str) -> Duration {
    let began = Instant::now();
    assert!(answers(http.get(url).bearer_auth(token)).await, "{url}");
    began.elapsed()
}

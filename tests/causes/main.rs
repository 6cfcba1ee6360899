//! One click, followed to its last mail: every log line of every function that it set off names it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a failed expectation is a failed test"
)]

mod histories;
mod samples;
mod security;

use proconnect_tests::{Call, TestApp};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::io::Write;
use std::sync::{Arc, Mutex};
use tracing_subscriber::layer::SubscriberExt as _;

/// What is logged while it is in force, on this thread.
#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Lines {
    /// Keeps what is logged from here on, until the guard is dropped.
    fn kept() -> (Self, tracing::subscriber::DefaultGuard) {
        let lines = Self::default();
        let writer = lines.clone();
        let layer = proconnect_runtime::log_lines(move || writer.clone());
        let subscriber = tracing_subscriber::registry().with(layer);
        (lines, tracing::subscriber::set_default(subscriber))
    }

    fn read(&self) -> Vec<Value> {
        let text = String::from_utf8(self.0.lock().unwrap().clone()).unwrap();
        text.lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    }
}

/// The functions whose lines name a cause.
fn functions(lines: &[Value], cause: &str) -> BTreeSet<String> {
    let of_cause = lines.iter().filter(|line| line["span"]["cause"] == cause);
    of_cause
        .filter_map(|line| line["span"]["function"].as_str().map(str::to_owned))
        .collect()
}

#[tokio::test]
async fn an_approval_is_found_in_the_logs_of_everything_that_it_set_off() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    app.fund(&hired, &hired.milestones[0]).await;
    app.submit(&hired, &hired.milestones[0]).await;
    app.drain().await;
    let (lines, _in_force) = Lines::kept();
    let path = format!("/v1/milestones/{}/approve", hired.milestones[0]);
    let call = Call {
        token: Some(&hired.client.token),
        body: Some(json!({})),
        ..Call::default()
    };
    let answer = app.world.send("POST", &path, call).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    app.drain().await;

    let lines = lines.read();
    let click = lines
        .iter()
        .find(|line| line["span"]["function"] == "milestones-approve");
    let cause = click.expect("the endpoint logs its answer")["span"]["cause"]
        .as_str()
        .unwrap();
    let found = functions(&lines, cause);
    for function in [
        "milestones-approve",
        "notifications-worker",
        "notifications-email-worker",
        "payments-worker",
    ] {
        assert!(found.contains(function), "{function} is not among {found:?}");
    }
    // One batch of the stream has many causes: each record is told under its own.
    let dispatched = |line: &Value| line["message"] == "dispatched" && line["span"]["cause"] == cause;
    assert!(lines.iter().any(dispatched), "{lines:#?}");
    assert_eq!(app.transfers().await.len(), 1);
}

#[tokio::test]
async fn what_silence_sets_off_is_found_by_the_timers_run() {
    let app = TestApp::new().await;
    let hired = app.hired().await;
    app.fund(&hired, &hired.milestones[0]).await;
    app.submit(&hired, &hired.milestones[0]).await;
    app.drain().await;
    let (lines, _in_force) = Lines::kept();
    app.advance(14).await;

    let lines = lines.read();
    let stepped = |line: &&Value| line["span"]["function"] == "milestones-worker";
    let stepped = lines.iter().find(stepped).expect("the worker logs what it did");
    let found = functions(&lines, stepped["span"]["cause"].as_str().unwrap());
    for function in [
        "system-timers",
        "milestones-worker",
        "notifications-worker",
        "notifications-email-worker",
        "payments-worker",
    ] {
        assert!(found.contains(function), "{function} is not among {found:?}");
    }
    assert_eq!(app.transfers().await.len(), 1);
}

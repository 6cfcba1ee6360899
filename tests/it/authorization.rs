//! Every endpoint × every kind of caller. Tidy fails when an HTTP function has no row in its domain's file.
//!
//! What a row expects is the status; 2xx bodies are looked at in the function's own test. Each call meets a world of its
//! own, which goes on from one that was prepared with everything: what an allowed caller does must not change the next
//! one's answer.

mod auth;
mod bids;
mod chat;
mod contracts;
mod files;
mod milestones;
mod payments;
mod prepared;
mod system;
mod tasks;
mod users;

use prepared::Prepared;
use proconnect_tests::{Answer, Call};
use serde_json::{Value, json};

/// Callers, in the order of a row's statuses. The last four hold an access token that is still good; of an account that
/// is not verified there is none in truth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Who {
    Nobody,
    OtherClient,
    OtherFreelancer,
    Client,
    Freelancer,
    Admin,
    SuspendedClient,
    SuspendedFreelancer,
    Unverified,
    ClosedClient,
}

const CALLERS: [Who; 10] = [
    Who::Nobody,
    Who::OtherClient,
    Who::OtherFreelancer,
    Who::Client,
    Who::Freelancer,
    Who::Admin,
    Who::SuspendedClient,
    Who::SuspendedFreelancer,
    Who::Unverified,
    Who::ClosedClient,
];

struct Row {
    function: &'static str,
    method: &'static str,
    /// With the places that `Prepared` fills.
    path: &'static str,
    body: Value,
    statuses: [u16; 10],
}

fn row(function: &'static str, method: &'static str, path: &'static str, statuses: [u16; 10]) -> Row {
    Row {
        function,
        method,
        path,
        body: json!({}),
        statuses,
    }
}

fn with(mut row: Row, body: Value) -> Row {
    row.body = body;
    row
}

/// Calls each row's endpoint as each caller.
async fn check(rows: Vec<Row>) {
    let prepared = Prepared::world().await;
    let mut wrong = Vec::new();
    for row in rows {
        for (who, expected) in CALLERS.into_iter().zip(row.statuses) {
            let answer = call(prepared, &row, who).await;
            let code = answer.body["code"].as_str().unwrap_or_default();
            if answer.status != expected || !says_why(&row, who, code) {
                let (function, status) = (row.function, answer.status);
                wrong.push(format!(
                    "{function} by {who:?}: {status} {code}, expected {expected}"
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Who may not do what they could do before is told that it is for their account.
fn says_why(row: &Row, who: Who, code: &str) -> bool {
    let of = |who: Who| row.statuses[who as usize];
    let before = match who {
        Who::SuspendedClient => of(Who::Client),
        Who::SuspendedFreelancer => of(Who::Freelancer),
        _ => return true,
    };
    of(who) == before || code == "account_suspended"
}

async fn call(prepared: &Prepared, row: &Row, who: Who) -> Answer {
    let app = prepared.go_on(who).await;
    let call = Call {
        token: prepared.token(who),
        body: (row.method != "GET").then(|| row.body.clone()),
        ..Call::default()
    };
    app.world.send(row.method, &prepared.fill(row.path), call).await
}

//! Every endpoint × every kind of caller. Tidy fails when an HTTP function has no row in its domain's file.
//!
//! What a row expects is the status; 2xx bodies are looked at in the function's own test. Each call
//! meets a world in which nothing was changed yet, which goes on from one that was prepared with everything: what an allowed
//! caller does must not change the next one's answer.

mod admin;
mod auth;
mod bids;
mod chat;
mod contracts;
mod disputes;
mod files;
mod milestones;
mod notifications;
mod payments;
mod prepared;
mod system;
mod tasks;
mod users;

use prepared::Prepared;
use proconnect_tests::{Answer, Call, TestApp};
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

/// What shows who is signed in where, or everything at once, asks for the session although it only reads.
const READS_OF_SECURITY: [&str; 3] = ["auth-list-sessions", "users-activity", "users-export-data"];

/// How a session ends while its access token is still good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    LoggedOut,
    /// By the owner, from another browser.
    PasswordChanged,
}

/// Worlds in which nothing was changed yet: who reads or is refused leaves them as they are, so that one serves several rows.
#[derive(Default)]
struct Worlds(Vec<(Who, Option<End>, TestApp)>);

impl Worlds {
    /// Calls the row's endpoint in a world in which its caller is what the name says, or in which their session has ended.
    async fn call(&mut self, prepared: &Prepared, row: &Row, who: Who, end: Option<End>) -> Answer {
        let kept = self.0.iter().position(|(of, by, _)| (*of, *by) == (who, end));
        let app = match (kept, end) {
            (Some(place), _) => self.0.swap_remove(place).2,
            (None, Some(end)) => prepared.after(who, end).await,
            (None, None) => prepared.go_on(who).await,
        };
        let answer = call(&app, prepared, row, who).await;
        if row.method == "GET" || answer.status >= 400 {
            self.0.push((who, end, app));
        }
        answer
    }
}

/// Calls each row's endpoint as each caller, and as those whose session has ended.
async fn check(rows: Vec<Row>) {
    let prepared = Prepared::world().await;
    let (mut worlds, mut wrong) = (Worlds::default(), Vec::new());
    for row in rows {
        wrong.extend(by_ended_sessions(prepared, &mut worlds, &row).await);
        for (who, expected) in CALLERS.into_iter().zip(row.statuses) {
            let answer = worlds.call(prepared, &row, who, None).await;
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

/// A side of the contract whose session has ended: what they could do by it is refused for that, whatever it was, and all the
/// rest is refused as before. Reading goes on until the token ends by itself, apart from what tells of the account's security.
async fn by_ended_sessions(prepared: &Prepared, worlds: &mut Worlds, row: &Row) -> Vec<String> {
    let mut wrong = Vec::new();
    for who in [Who::Client, Who::Freelancer] {
        let before = row.statuses[who as usize];
        let for_anybody = row.statuses[Who::Nobody as usize] == before;
        let asks = row.method != "GET" || READS_OF_SECURITY.contains(&row.function);
        for end in [End::LoggedOut, End::PasswordChanged] {
            let answer = worlds.call(prepared, row, who, Some(end)).await;
            let code = answer.body["code"].as_str().unwrap_or_default();
            let ended = (answer.status, code) == (401, "session_ended");
            let right = match for_anybody || !asks {
                true => answer.status == before,
                false if before < 300 => ended,
                false => ended || answer.status == before,
            };
            if !right {
                let (function, status) = (row.function, answer.status);
                wrong.push(format!("{function} by {who:?} after {end:?}: {status} {code}"));
            }
        }
    }
    wrong
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

async fn call(app: &TestApp, prepared: &Prepared, row: &Row, who: Who) -> Answer {
    let call = Call {
        token: prepared.token(who),
        body: (row.method != "GET").then(|| row.body.clone()),
        ..Call::default()
    };
    app.world.send(row.method, &prepared.fill(row.path), call).await
}

//! Round trips and capacity units of every endpoint: a read takes at most one call to the table, a write at most two. Each
//! call stands in its domain's file with what it may cost; `docs/data-model.md` prints these rows, and tidy fails when an HTTP
//! function has none.

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
mod system;
mod tasks;
mod users;

use proconnect_tests::{Answer, Call, TestApp};
use serde_json::json;
use std::cell::RefCell;
use std::collections::BTreeMap;

/// Calls of the table that read and that write, and units: of an answer what it took, of a row the most.
type Cost = (u32, u32, u32);

/// Seldom called, and by nature about all that a person has: they read every page of it.
const WHOLE: [&str; 5] = [
    "disputes-pack",
    "users-export-data",
    "users-delete-me",
    "payments-export",
    "payments-statement",
];

/// Ends the pattern of what reads a list that tells of the account's security: at once with it, whether one is still signed in.
const SIGNED_IN: &str = "beside it person and session";

/// Ends the pattern of what names people in its answer: it reads them in a call of its own (ADR 68).
const PEOPLE: &str = "its people";
/// Of what tells open windows: it reads the connections while the change is stored (ADR 80).
const WINDOWS: &str = "the connections of both";
/// Of what lists notices: it looks whether what they are about is still there.
const THINGS: &str = "its things";
/// Of what one's other windows are told: only who changes something reads which there are.
const ONES_WINDOWS: &str = "one's connections";
/// Of what finds messages: it reads the places first, and then what stands there.
const FOUND: &str = "the messages there";

/// Of what decides about money in a dispute: dispute and contract lie apart, and the first names the second (ADR 97).
const CONTRACT: &str = "its contract";

/// Begins the pattern of what looks into several rooms: which ones, it reads first (ADR 86).
const ROOMS: &str = "the rooms first";

/// Holds answers to what they may cost.
struct Budget<'a> {
    app: &'a TestApp,
    rows: RefCell<BTreeMap<&'static str, Cost>>,
}

impl<'a> Budget<'a> {
    fn new(app: &'a TestApp) -> Self {
        Self {
            app,
            rows: RefCell::default(),
        }
    }

    /// The row of a function. `pattern` says what it reads and writes: it is the row of the documentation too.
    #[track_caller]
    fn check(&self, name: &'static str, pattern: &str, most: Cost, answer: &Answer) {
        assert!(!pattern.is_empty(), "{name} has no pattern");
        let reads =
            1 + u32::from(
                [PEOPLE, SIGNED_IN, WINDOWS, FOUND, THINGS, ONES_WINDOWS]
                    .iter()
                    .any(|end| pattern.contains(end)),
            ) + u32::from(pattern.starts_with(ROOMS))
                + u32::from(pattern.contains(CONTRACT));
        assert!(
            WHOLE.contains(&name) || (most.0 <= reads && most.1 <= 2),
            "{name}: too many calls"
        );
        self.rows.borrow_mut().insert(name, most);
        // What no other route takes is never anything but refused.
        let fine = answer.status < 300 || (name == "system-unrouted" && answer.status == 405);
        assert!(fine, "{name}: {} {}", answer.status, answer.body);
        hold(name, most, answer);
    }

    /// Another call of a function that has its row already.
    #[track_caller]
    fn again(&self, name: &'static str, answer: &Answer) {
        let most = self.rows.borrow()[name];
        assert!(answer.status < 300, "{name}: {} {}", answer.status, answer.body);
        hold(name, most, answer);
    }

    /// The row of a function that `new-endpoint` has made and nobody has opened yet.
    #[allow(dead_code, reason = "nobody uses it but an endpoint that is being made")]
    async fn closed(&self, name: &'static str, method: &str, path: &str) {
        let somebody = self.app.person("client").await;
        let call = Call {
            token: Some(&somebody.token),
            body: (method != "GET").then(|| json!({})),
            ..Call::default()
        };
        let answer = self.app.world.send(method, path, call).await;
        assert_eq!(answer.status, 404, "{name} is open: `check` what it costs");
        hold(name, (0, 0, 0), &answer);
    }
}

#[track_caller]
fn hold(name: &str, (reads, writes, units): Cost, answer: &Answer) {
    let found = cost(answer);
    println!(
        "{name:<28} {} + {} round trips, {:>5} units (budget {reads} + {writes}, {units})",
        found.0, found.1, found.2
    );
    assert_eq!((found.0, found.1), (reads, writes), "{name}: reads and writes");
    assert!(
        found.2 > 0.0 || reads + writes == 0,
        "{name}: no units were reported"
    );
    assert!(
        found.2 <= f64::from(units),
        "{name}: {} units, at most {units}",
        found.2
    );
}

/// Calls to the table and units, from the answer's `Server-Timing`.
fn cost(answer: &Answer) -> (u32, u32, f64) {
    let timing = answer.headers["server-timing"].to_str().unwrap();
    let number = |name: &str| -> f64 {
        let rest = timing.split(&format!("{name}=")).nth(1).unwrap();
        rest.split([' ', '"']).next().unwrap().parse().unwrap()
    };
    (number("reads") as u32, number("writes") as u32, number("units"))
}

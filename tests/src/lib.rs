//! What the integration tests stand on: the embedded cloud in memory, people with tokens, and the story's steps.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a failed expectation is a failed test"
)]

mod accounts;
mod chain;
mod clamd;
mod disputes;
mod dying;
mod everything;
mod files;
mod histories;
mod messages;
pub mod pdf;
mod redis;
mod refunds;
mod rooms;
mod snapshot;
mod sockets;
mod story;
mod throttling;

pub use chain::chain_verdict;
pub use clamd::RunningClamd;
pub use disputes::{Disputed, usd};
pub use dying::dies_at;
pub use everything::dynamo_json;
pub use files::{PNG_HEAD, png};
pub use histories::lengthen;
pub use messages::{envelope, sqs, told};
pub use proconnect_local::client::{Answer, Call};
pub use redis::RunningRedis;
pub use refunds::{Asked, StuckMoney};
pub use rooms::{heard, last_heard, who_is_there};
pub use snapshot::Snapshot;
pub use story::{Hired, Person, id};
pub use throttling::Throttling;

use proconnect_local::{Caching, Options, World};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

/// The project's folder.
pub fn root() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// The program that `make run` starts. Cargo builds it beside the tests.
pub fn program() -> PathBuf {
    let mut path = std::env::current_exe().unwrap();
    path.pop();
    if path.ends_with("deps") {
        path.pop();
    }
    path.join("proconnect-local")
}

/// The password of everybody.
pub const PASSWORD: &str = "a long pass phrase";

/// The embedded cloud, in memory, with nothing running in the background: tests drain it when they want.
pub struct TestApp {
    /// The cloud.
    pub world: Arc<World>,
    people: AtomicU32,
    /// The data directory of a world that went on from a snapshot, until it ends.
    _folder: Option<tempfile::TempDir>,
}

impl TestApp {
    /// A new, empty one.
    pub async fn new() -> Self {
        Self::with(|_| ()).await
    }

    /// One that keeps limits and hot data there.
    pub async fn caching(cache: Caching) -> Self {
        Self::with(|options| options.cache = cache).await
    }

    /// One whose files a clamd looks at, at this address.
    pub async fn scanned_by(clamd: Option<String>) -> Self {
        Self::with(|options| options.clamd = clamd).await
    }

    /// One that is started otherwise.
    pub async fn with(change: impl FnOnce(&mut Options)) -> Self {
        let mut options = Options {
            data_dir: None,
            root: root(),
            public_url: "http://localhost:8080".to_owned(),
            // bcrypt at its real cost would make the tests wait for nothing they look at.
            password_cost: 4,
            stripe_key: None,
            stripe_webhook_secret: None,
            clamd: None,
            program: program(),
            cache: Caching::Off,
        };
        change(&mut options);
        Self {
            world: World::open(options).await.expect("the embedded cloud opens"),
            people: AtomicU32::new(0),
            _folder: None,
        }
    }

    /// A call without a token.
    pub async fn anonymous(&self, method: &str, path: &str, body: Option<Value>) -> Answer {
        self.world
            .send(
                method,
                path,
                Call {
                    body,
                    ..Call::default()
                },
            )
            .await
    }

    /// Somebody registered and verified.
    pub async fn person(&self, role: &str) -> Person {
        let number = self.people.fetch_add(1, Ordering::Relaxed);
        let (email, name) = (format!("{role}{number}@example.com"), format!("{role} {number}"));
        self.register(&email, &name, role).await.expect_status(201);
        let code = self.code_for(&email).await;
        let body = json!({"email": email, "code": code});
        let answer = self
            .anonymous("POST", "/v1/auth/verify-email", Some(body))
            .await
            .expect_status(200);
        Person::from(&email, &answer)
    }

    /// Registers somebody.
    pub async fn register(&self, email: &str, name: &str, role: &str) -> Answer {
        let body = json!({"email": email, "password": PASSWORD, "name": name, "role": role});
        self.anonymous("POST", "/v1/auth/register", Some(body)).await
    }

    /// The one-time code that was mailed last.
    pub async fn code_for(&self, email: &str) -> String {
        self.drain().await;
        let mails = self.world.mails(email).unwrap();
        mails
            .into_iter()
            .find_map(|mail| mail.code)
            .expect("a code was mailed")
    }

    /// The subjects of the mails to somebody, newest first.
    pub fn subjects(&self, email: &str) -> Vec<String> {
        self.world
            .mails(email)
            .unwrap()
            .into_iter()
            .map(|mail| mail.subject)
            .collect()
    }

    /// Does all background work.
    pub async fn drain(&self) {
        self.world.drain().await.expect("background work ends");
    }

    /// Lets time pass, and everything that falls due.
    pub async fn advance(&self, days: u64) {
        self.world
            .advance(Duration::from_secs(days * 24 * 3600))
            .await
            .expect("time passes");
    }
}

/// Expectations of an answer.
pub trait Expect {
    /// The status, or the test fails with the body.
    fn expect_status(self, status: u16) -> Self;
    /// Status and code of a refusal in the documented form.
    fn expect_problem(self, status: u16, code: &str) -> Self;
    /// A 422 whose bad fields are exactly these, in any order.
    fn expect_fields(self, pointers: &[&str]) -> Self;
    /// A 429 that says to wait for at least a second and at most so many.
    fn expect_wait(self, at_most: u64) -> Self;
}

impl Expect for Answer {
    #[track_caller]
    fn expect_status(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}", self.body);
        self
    }
    #[track_caller]
    fn expect_problem(self, status: u16, code: &str) -> Self {
        assert_eq!(
            (self.status, self.body["code"].as_str()),
            (status, Some(code)),
            "{}",
            self.body
        );
        assert_eq!(self.headers["content-type"], "application/problem+json");
        assert_eq!(self.body["status"], status);
        assert!(
            self.body["title"].is_string() && self.body["requestId"].is_string(),
            "{}",
            self.body
        );
        // Sentences for people, as they are shown.
        let said = self.body["errors"].as_array().into_iter().flatten();
        for text in said.chain([&self.body]).filter_map(|of| of["detail"].as_str()) {
            assert!(text == text.trim() && !text.ends_with(".."), "{text:?}");
        }
        self
    }
    #[track_caller]
    fn expect_fields(self, pointers: &[&str]) -> Self {
        let answer = self.expect_problem(422, "invalid_fields");
        let errors = answer.body["errors"].as_array().cloned().unwrap_or_default();
        let mut found: Vec<&str> = errors
            .iter()
            .filter_map(|error| error["pointer"].as_str())
            .collect();
        let mut wanted = pointers.to_vec();
        found.sort_unstable();
        wanted.sort_unstable();
        assert_eq!(found, wanted, "{}", answer.body);
        answer
    }
    #[track_caller]
    fn expect_wait(self, at_most: u64) -> Self {
        let refused = self.expect_problem(429, "rate_limited");
        let wait: u64 = refused.headers["retry-after"].to_str().unwrap().parse().unwrap();
        assert!((1..=at_most).contains(&wait), "{wait}");
        refused
    }
}

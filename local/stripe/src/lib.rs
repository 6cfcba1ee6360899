//! A stand-in for Stripe on loopback: Connect accounts with onboarding, Checkout with a hosted page, charges,
//! transfers, balance, signed webhooks. `async-stripe` talks to it exactly as to Stripe.
//!
//! Everything is committed to SQLite before it is answered, so it survives being killed as the real one does. It
//! refuses keys that are not its own: nobody takes it for the real one, and it never sees a real key.

#![warn(missing_docs)]

mod accounts;
mod api;
mod balance;
mod checkout;
mod control;
mod db;
mod disputes;
mod error;
mod form;
mod list;
mod onboarding_page;
mod page;
mod pay_page;
mod payment;
mod record;
mod refunds;
mod transfers;
mod webhooks;

pub use webhooks::WebhookSender;

use axum::Router;
use db::Db;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

/// The keys that it takes begin so.
pub const KEY_PREFIX: &str = "sk_test_local_";

/// The time in seconds since 1970, as the embedding program sees it.
pub type Now = Arc<dyn Fn() -> i64 + Send + Sync>;

/// What it is started with.
pub struct Config {
    /// The SQLite file; in memory without one.
    pub state: Option<PathBuf>,
    /// Where the browser reaches the pages, without a slash at the end.
    pub public_url: String,
    /// The secrets that webhooks are signed with; more than one only when asked by `/_control/webhooks`.
    pub webhook_secrets: Vec<String>,
    /// The clock.
    pub now: Now,
    /// A file to which each request, answer and event is appended, as a line of JSON: what `make test-cloud` shows to
    /// stripe-mock.
    pub record: Option<PathBuf>,
}

/// The stand-in. Cheap to clone.
#[derive(Clone)]
pub struct StripeLocal(Arc<Inner>);

pub(crate) struct Inner {
    db: Mutex<Db>,
    public_url: String,
    webhook_secrets: Vec<String>,
    now: Now,
    control: Mutex<control::Control>,
    record: Option<record::Record>,
}

impl StripeLocal {
    /// Opens it on its state.
    pub fn open(config: Config) -> Result<Self, String> {
        let db = Db::open(config.state.as_deref()).map_err(|error| format!("Stripe stand-in: {error}"))?;
        Ok(Self(Arc::new(Inner {
            db: Mutex::new(db),
            public_url: config.public_url,
            webhook_secrets: config.webhook_secrets,
            now: config.now,
            control: Mutex::default(),
            record: config
                .record
                .map(|path| record::Record::open(&path))
                .transpose()?,
        })))
    }

    /// The API, under `/v1`.
    pub fn api(&self) -> Router {
        api::router(self.clone())
    }

    /// The hosted pages: `/pay/{session}` and `/onboard/{link}`.
    pub fn pages(&self) -> Router {
        Router::new()
            .merge(pay_page::router(self.clone()))
            .merge(onboarding_page::router(self.clone()))
    }

    /// What tests turn: `/_control/…`.
    pub fn control(&self) -> Router {
        control::router(self.clone())
    }

    /// What happens by itself as time passes: sessions expire, slow payments settle.
    pub fn tick(&self) -> Result<(), String> {
        self.transaction(checkout::tick).map_err(|error| error.message)
    }

    /// Writes a copy of the state to a file that does not exist yet; what was turned by `/_control/…` is no part of it.
    pub fn copy_to(&self, path: &str) -> Result<(), String> {
        let db = self.0.db.lock().map_err(|_| "the state is poisoned")?;
        db.copy_to(path).map_err(|error| error.to_string())
    }

    pub(crate) fn now(&self) -> i64 {
        (self.0.now)()
    }

    /// Runs `work` in one transaction: all of it is kept, or nothing.
    pub(crate) fn transaction<T>(
        &self,
        work: impl FnOnce(&db::Tx<'_>) -> Result<T, error::StripeError>,
    ) -> Result<T, error::StripeError> {
        let mut db = self
            .0
            .db
            .lock()
            .map_err(|_| error::StripeError::internal("the state is poisoned"))?;
        db.transaction(self.now(), &self.0.public_url, work)
    }
}

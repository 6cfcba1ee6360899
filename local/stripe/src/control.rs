//! What tests turn: failures on demand, webhooks that come twice or in another order, replays.

use crate::error::StripeError;
use crate::payment::End;
use crate::{StripeLocal, checkout, disputes, refunds};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::Value;

#[derive(Debug, Default)]
pub(crate) struct Control {
    failures: Vec<Failure>,
    webhooks: WebhookControl,
    /// An object says what Stripe would not say: nothing is recorded any more.
    unreal: bool,
}

/// A failure on demand.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Failure {
    /// The path begins so, such as `/v1/transfers`.
    path: String,
    /// The status to answer.
    pub(crate) status: u16,
    /// How often.
    #[serde(default = "once")]
    times: u32,
    /// Do it first, then fail: the outcome is unknown to the caller.
    #[serde(default)]
    pub(crate) after_commit: bool,
}

fn once() -> u32 {
    1
}

/// How webhooks are delivered from now on.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(default)]
pub(crate) struct WebhookControl {
    /// Each twice.
    pub(crate) duplicate: bool,
    /// Newest first.
    pub(crate) reverse: bool,
    /// With several signatures, as while a secret is rolled.
    pub(crate) two_signatures: bool,
}

#[derive(Deserialize)]
struct Replay {
    event: String,
}

/// A payment on its way ends.
#[derive(Deserialize)]
struct Settle {
    session: String,
    outcome: End,
}

/// A dispute goes on.
#[derive(Deserialize)]
struct Dispute {
    dispute: String,
    turn: disputes::Turn,
}

/// A network warns of fraud.
#[derive(Deserialize)]
struct Warn {
    charge: String,
}

/// A refund goes on.
#[derive(Deserialize)]
struct RefundStatus {
    refund: String,
    status: String,
}

/// A field of an object says something else, such as a word that nobody knows yet; an event tells of it.
#[derive(Deserialize)]
struct Change {
    kind: String,
    id: String,
    /// A JSON pointer, such as `/capabilities/transfers`.
    field: String,
    value: Value,
    event: Option<String>,
}

pub(crate) fn router(stripe: StripeLocal) -> Router {
    Router::new()
        .route("/_control/fail_next", post(fail_next))
        .route("/_control/webhooks", post(set_webhooks))
        .route("/_control/replay", post(replay))
        .route("/_control/settle", post(settle))
        .route("/_control/refund", post(refund))
        .route("/_control/charge_back", post(charge_back))
        .route("/_control/dispute", post(dispute))
        .route("/_control/warn", post(warn))
        .route("/_control/change", post(change))
        .route("/_control/events", get(events))
        .route("/_control/objects/{kind}", get(objects))
        .route("/_control/transfers", get(transfers))
        .with_state(stripe)
}

async fn fail_next(State(stripe): State<StripeLocal>, Json(failure): Json<Failure>) -> StatusCode {
    if let Ok(mut control) = stripe.0.control.lock() {
        control.failures.push(failure);
    }
    StatusCode::NO_CONTENT
}

async fn set_webhooks(State(stripe): State<StripeLocal>, Json(webhooks): Json<WebhookControl>) -> StatusCode {
    if let Ok(mut control) = stripe.0.control.lock() {
        control.webhooks = webhooks;
    }
    StatusCode::NO_CONTENT
}

async fn replay(State(stripe): State<StripeLocal>, Json(replay): Json<Replay>) -> StatusCode {
    let now = stripe.now();
    match stripe.transaction(|tx| {
        tx.get("event", &replay.event)
            .and_then(|_| tx.deliver(&replay.event, now))
    }) {
        Ok(()) => StatusCode::NO_CONTENT,
        Err(_) => StatusCode::NOT_FOUND,
    }
}

fn done(outcome: Result<(), StripeError>) -> StatusCode {
    match outcome {
        Ok(()) => StatusCode::NO_CONTENT,
        Err(error) => StatusCode::from_u16(error.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR),
    }
}

async fn settle(State(stripe): State<StripeLocal>, Json(wanted): Json<Settle>) -> StatusCode {
    done(stripe.transaction(|tx| checkout::settle(tx, &wanted.session, wanted.outcome).map(|_| ())))
}

async fn refund(State(stripe): State<StripeLocal>, Json(wanted): Json<RefundStatus>) -> StatusCode {
    done(stripe.transaction(|tx| refunds::set_status(tx, &wanted.refund, &wanted.status)))
}

async fn charge_back(State(stripe): State<StripeLocal>, Json(wanted): Json<disputes::Open>) -> StatusCode {
    done(stripe.transaction(|tx| disputes::open(tx, &wanted).map(|_| ())))
}

async fn dispute(State(stripe): State<StripeLocal>, Json(wanted): Json<Dispute>) -> StatusCode {
    done(stripe.transaction(|tx| disputes::turn(tx, &wanted.dispute, wanted.turn)))
}

async fn warn(State(stripe): State<StripeLocal>, Json(wanted): Json<Warn>) -> StatusCode {
    done(stripe.transaction(|tx| disputes::warn(tx, &wanted.charge).map(|_| ())))
}

async fn change(State(stripe): State<StripeLocal>, Json(wanted): Json<Change>) -> StatusCode {
    if let Ok(mut control) = stripe.0.control.lock() {
        control.unreal = true;
    }
    done(stripe.transaction(|tx| {
        let mut object = tx.get(&wanted.kind, &wanted.id)?;
        match object.pointer_mut(&wanted.field) {
            Some(field) => *field = wanted.value.clone(),
            None => return Err(StripeError::invalid("no such field")),
        }
        tx.put(&object)?;
        wanted.event.iter().try_for_each(|event| tx.event(event, &object))
    }))
}

async fn objects(State(stripe): State<StripeLocal>, Path(kind): Path<String>) -> Json<Vec<Value>> {
    Json(stripe.transaction(|tx| tx.all(&kind)).unwrap_or_default())
}

async fn events(State(stripe): State<StripeLocal>) -> Json<Vec<Value>> {
    Json(stripe.transaction(|tx| tx.all("event")).unwrap_or_default())
}

async fn transfers(State(stripe): State<StripeLocal>) -> Json<Vec<Value>> {
    Json(stripe.transaction(|tx| tx.all("transfer")).unwrap_or_default())
}

impl StripeLocal {
    /// The failure that was asked for this call, if any; used up by asking.
    pub(crate) fn next_failure(&self, path: &str) -> Option<Failure> {
        let mut control = self.0.control.lock().ok()?;
        let place = control
            .failures
            .iter()
            .position(|failure| path.starts_with(&failure.path))?;
        let failure = control.failures.get_mut(place)?;
        failure.times = failure.times.saturating_sub(1);
        let found = failure.clone();
        if found.times == 0 {
            control.failures.remove(place);
        }
        Some(found)
    }

    /// Whether all that it says is what Stripe might say.
    pub(crate) fn is_real(&self) -> bool {
        self.0.control.lock().is_ok_and(|control| !control.unreal)
    }

    pub(crate) fn webhook_control(&self) -> WebhookControl {
        self.0
            .control
            .lock()
            .map(|control| control.webhooks)
            .unwrap_or_default()
    }
}

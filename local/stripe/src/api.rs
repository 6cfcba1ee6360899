//! The API's front: keys, idempotency, routes.

use crate::error::StripeError;
use crate::list::list;
use crate::{
    KEY_PREFIX, StripeLocal, accounts, balance, checkout, db::Tx, db::public, disputes, form, refunds,
    transfers,
};
use axum::Router;
use axum::body::to_bytes;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

const MAX_BODY: usize = 1024 * 1024;

/// docs.stripe.com/api/idempotent_requests: up to 255 characters.
const LONGEST_KEY: usize = 255;

pub(crate) fn router(stripe: StripeLocal) -> Router {
    Router::new().fallback(serve).with_state(stripe)
}

async fn serve(State(stripe): State<StripeLocal>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let path = parts.uri.path().to_owned();
    let Ok(body) = to_bytes(body, MAX_BODY).await else {
        return answer(413, &StripeError::invalid("The body is too large.").body());
    };
    if !has_key(&parts.headers) {
        let message = format!("Invalid API Key: the stand-in takes only keys that begin with {KEY_PREFIX}.");
        return answer(
            401,
            &StripeError {
                status: 401,
                ..StripeError::invalid(message)
            }
            .body(),
        );
    }
    let text = match parts.method {
        Method::GET => parts.uri.query().unwrap_or_default().to_owned(),
        _ => String::from_utf8_lossy(&body).into_owned(),
    };
    let failure = stripe.next_failure(&path);
    if let Some(failure) = failure.as_ref().filter(|failure| !failure.after_commit) {
        return answer(
            failure.status,
            &StripeError::internal("This failure was asked for.").body(),
        );
    }
    let key = parts
        .headers
        .get("idempotency-key")
        .and_then(|value| value.to_str().ok());
    let (status, body, replayed) = respond(&stripe, &parts.method, &path, &text, key);
    let body = public(&body);
    stripe.keep(|| json!({"method": parts.method.as_str(), "path": path, "form": text, "status": status, "answer": body}));
    if let Some(failure) = failure {
        // It happened, but nobody hears of it: not even in Stripe's own shape.
        return (
            StatusCode::from_u16(failure.status).unwrap_or(StatusCode::BAD_GATEWAY),
            "gone",
        )
            .into_response();
    }
    let mut response = answer(status, &body);
    if replayed {
        response
            .headers_mut()
            .insert("idempotent-replayed", header::HeaderValue::from_static("true"));
    }
    response
}

fn has_key(headers: &HeaderMap) -> bool {
    let value = headers
        .get(header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    value
        .strip_prefix("Bearer ")
        .is_some_and(|key| key.starts_with(KEY_PREFIX))
}

/// Answers in one transaction with the idempotency key: the same key and parameters replay the first answer, errors
/// included; other parameters are refused.
fn respond(
    stripe: &StripeLocal,
    method: &Method,
    path: &str,
    text: &str,
    key: Option<&str>,
) -> (u16, Value, bool) {
    // Parameters are the same in whatever order they are sent.
    let mut pairs: Vec<&str> = text.split('&').collect();
    pairs.sort_unstable();
    let request = format!("{method} {path}\n{}", pairs.join("&"));
    let outcome = stripe.transaction(|tx| {
        if key.is_some_and(|key| key.chars().count() > LONGEST_KEY) {
            let message = format!("The idempotency key is longer than {LONGEST_KEY} characters.");
            return Err(StripeError { kind: "idempotency_error", ..StripeError::invalid(message) });
        }
        if let Some(key) = key
            && let Some((first, status, body)) = tx.answer(key)?
        {
            if first != request {
                let message = "Keys for idempotent requests can only be used with the same parameters they were first used with.";
                return Err(StripeError { kind: "idempotency_error", ..StripeError::invalid(message) });
            }
            return Ok((status, serde_json::from_str(&body).unwrap_or_default(), true));
        }
        let (status, body) = match route(tx, method, path, text) {
            Ok(body) => (200, body),
            // Missing keys and unknown objects are not kept: nothing was executed.
            Err(error) if error.status != 402 => return Err(error),
            Err(error) => (error.status, error.body()),
        };
        if let Some(key) = key {
            tx.keep_answer(key, &request, status, &body.to_string())?;
        }
        Ok((status, body, false))
    });
    outcome.unwrap_or_else(|error| (error.status, error.body(), false))
}

fn route(tx: &Tx<'_>, method: &Method, path: &str, text: &str) -> Result<Value, StripeError> {
    let params = form::parse(text)?;
    let parts: Vec<&str> = path.trim_start_matches("/v1/").split('/').collect();
    match (method.as_str(), parts.as_slice()) {
        ("POST", ["accounts"]) => accounts::create(tx, &params),
        ("GET", ["accounts", id]) => tx.get("account", id),
        ("POST", ["account_links"]) => accounts::create_link(tx, &params),
        ("POST", ["checkout", "sessions"]) => checkout::create(tx, &params),
        ("GET", ["checkout", "sessions"]) => checkout::list(tx, &params),
        ("GET", ["checkout", "sessions", id]) => checkout::retrieve(tx, id, &params),
        ("POST", ["checkout", "sessions", id, "expire"]) => checkout::expire_now(tx, id),
        ("GET", ["payment_intents", id]) => tx.get("payment_intent", id),
        ("GET", ["charges", id]) => tx.get("charge", id),
        ("POST", ["refunds"]) => refunds::create(tx, &params),
        ("GET", ["refunds"]) => refunds::list(tx, &params),
        ("GET", ["refunds", id]) => tx.get("refund", id),
        ("GET", ["disputes"]) => disputes::list(tx, &params),
        ("GET", ["disputes", id]) => disputes::retrieve(tx, "dispute", id, &params),
        ("GET", ["radar", "early_fraud_warnings", id]) => {
            disputes::retrieve(tx, "radar.early_fraud_warning", id, &params)
        }
        ("POST", ["transfers"]) => transfers::create(tx, &params),
        ("GET", ["transfers"]) => transfers::list(tx, &params),
        ("GET", ["transfers", id]) => tx.get("transfer", id),
        ("GET", ["balance"]) => balance::retrieve(tx),
        ("GET", ["balance_transactions"]) => {
            Ok(list("/v1/balance_transactions", tx.all("balance_transaction")?))
        }
        ("GET", ["events"]) => Ok(list("/v1/events", tx.all("event")?)),
        _ => Err(StripeError {
            status: 404,
            ..StripeError::invalid(format!("Unrecognized request URL ({method}: {path})."))
        }),
    }
}

fn answer(status: u16, body: &Value) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    (
        status,
        [
            (header::CONTENT_TYPE, "application/json"),
            (header::HeaderName::from_static("request-id"), "req_local"),
        ],
        body.to_string(),
    )
        .into_response()
}

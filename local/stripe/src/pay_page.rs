//! The hosted Checkout page. Works without script: each button posts an outcome.

use crate::StripeLocal;
use crate::accounts::text;
use crate::checkout::{Outcome, pay};
use crate::page::{gone, page, style};
use axum::Router;
use axum::extract::{Form, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use maud::html;
use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
struct Choice {
    outcome: String,
}

pub(crate) fn router(stripe: StripeLocal) -> Router {
    Router::new()
        .route("/pay/{session}", get(show).post(choose))
        .route("/stand-in.css", get(style))
        .with_state(stripe)
}

async fn show(State(stripe): State<StripeLocal>, Path(id): Path<String>) -> Response {
    match stripe.transaction(|tx| tx.get("checkout.session", &id)) {
        Ok(session) => answer(&session, StatusCode::OK, None),
        Err(_) => gone(StatusCode::NOT_FOUND, "There is no such payment page."),
    }
}

async fn choose(
    State(stripe): State<StripeLocal>,
    Path(id): Path<String>,
    Form(choice): Form<Choice>,
) -> Response {
    let outcome = match choice.outcome.as_str() {
        "paid" => Outcome::Paid,
        "declined" => Outcome::Declined,
        "processing" => Outcome::Processing,
        "async_failed" => Outcome::AsyncFailed,
        _ => {
            return gone(
                StatusCode::BAD_REQUEST,
                "The outcome must be paid, declined, processing or async_failed.",
            );
        }
    };
    match stripe.transaction(|tx| pay(tx, &id, outcome)) {
        Ok(session) if outcome == Outcome::Declined && session["status"] == "open" => {
            let message = "Your card was declined. No money was taken; try again or pay another way.";
            answer(&session, StatusCode::PAYMENT_REQUIRED, Some(message))
        }
        Ok(session) => answer(&session, StatusCode::OK, None),
        Err(error) if error.status == 404 => gone(StatusCode::NOT_FOUND, "There is no such payment page."),
        Err(error) => gone(StatusCode::INTERNAL_SERVER_ERROR, &error.message),
    }
}

/// The page while the session is open, the way back once it is done, and a word when it is too late.
fn answer(session: &Value, status: StatusCode, alert: Option<&str>) -> Response {
    match session["status"].as_str() {
        Some("complete") => Redirect::to(&text(&session["success_url"])).into_response(),
        Some("open") => form(session, status, alert),
        _ => gone(
            StatusCode::GONE,
            "This payment page has expired. Go back and start the payment again.",
        ),
    }
}

fn form(session: &Value, status: StatusCode, alert: Option<&str>) -> Response {
    let amount = session["amount_total"].as_i64().unwrap_or_default();
    let currency = text(&session["currency"]).to_uppercase();
    let button = |outcome: &str, label: &str, primary: bool| {
        html! { button type="submit" name="outcome" value=(outcome) class=[primary.then_some("primary")] { (label) } }
    };
    let content = html! {
        p class="muted" { "Pay ProConnect" }
        h1 { (text(&session["_description"])) }
        p class="amount" { (format!("{}.{:02} {currency}", amount / 100, amount % 100)) }
        @if let Some(alert) = alert { p class="alert" role="alert" { (alert) } }
        p { "Choose how this payment ends. On Stripe's own page you would choose a card, a wallet or your bank." }
        form method="post" {
            (button("paid", "Pay by card or wallet", true))
            (button("declined", "Pay with a card that is declined", false))
            (button("processing", "Pay by bank debit (takes 3 days)", false))
            (button("async_failed", "Pay by bank debit that fails after 3 days", false))
        }
        @if let Some(url) = session["cancel_url"].as_str() { p { a href=(url) { "Cancel and go back" } } }
    };
    page(status, "Pay", &content)
}

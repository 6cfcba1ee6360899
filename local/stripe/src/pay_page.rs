//! The hosted Checkout page. Works without script: each button posts an outcome.

use crate::StripeLocal;
use crate::accounts::text;
use crate::checkout::{pay, settle};
use crate::page::{gone, page, style};
use crate::payment::{End, Outcome};
use axum::Router;
use axum::extract::{Form, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use maud::{Markup, html};
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
        Ok(session) if is_on_its_way(&session) => later(&session),
        Ok(session) => answer(&session, StatusCode::OK, None),
        Err(_) => gone(StatusCode::NOT_FOUND, "There is no such payment page."),
    }
}

/// The page is finished, and the money is not there yet.
fn is_on_its_way(session: &Value) -> bool {
    session["status"] == "complete" && session["payment_status"] == "unpaid"
}

async fn choose(
    State(stripe): State<StripeLocal>,
    Path(id): Path<String>,
    Form(choice): Form<Choice>,
) -> Response {
    let end = match choice.outcome.as_str() {
        "arrives" => Some(End::Succeeded),
        "fails" => Some(End::Failed),
        _ => None,
    };
    if let Some(end) = end {
        return match stripe.transaction(|tx| settle(tx, &id, end)) {
            Ok(session) => answer(&session, StatusCode::OK, None),
            Err(_) => gone(StatusCode::NOT_FOUND, "There is no such payment page."),
        };
    }
    let Some(outcome) = Outcome::parse(&choice.outcome) else {
        let words = Outcome::ALL.map(|(word, _)| word).join(", ");
        let message = format!("The outcome must be one of {words}; later, arrives or fails.");
        return gone(StatusCode::BAD_REQUEST, &message);
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

fn button(outcome: &str, label: &str, primary: bool) -> Markup {
    html! { button type="submit" name="outcome" value=(outcome) class=[primary.then_some("primary")] { (label) } }
}

/// What is paid for.
fn head(session: &Value) -> Markup {
    let amount = session["amount_total"].as_i64().unwrap_or_default();
    let currency = text(&session["currency"]).to_uppercase();
    html! {
        p class="muted" { "Pay ProConnect" }
        h1 { (text(&session["_description"])) }
        p class="amount" { (format!("{}.{:02} {currency}", amount / 100, amount % 100)) }
    }
}

fn form(session: &Value, status: StatusCode, alert: Option<&str>) -> Response {
    let content = html! {
        (head(session))
        @if let Some(alert) = alert { p class="alert" role="alert" { (alert) } }
        p { "Choose how this payment ends. On Stripe's own page you would choose a card, a wallet, your bank or a voucher." }
        form method="post" {
            (button("paid", "Pay by card or wallet", true))
            (button("declined", "Pay with a card that is declined", false))
            (button("processing", "Pay by bank debit (takes 3 days)", false))
            (button("async_failed", "Pay by bank debit that fails after 3 days", false))
            (button("bank_transfer", "Pay by bank transfer (arrives when you send it)", false))
            (button("voucher", "Pay by voucher (runs out after 3 days)", false))
        }
        @if let Some(url) = session["cancel_url"].as_str() { p { a href=(url) { "Cancel and go back" } } }
    };
    page(status, "Pay", &content)
}

/// Where a voucher is paid or a transfer sent, which on Stripe's side happens at a till or a bank.
fn later(session: &Value) -> Response {
    let content = html! {
        (head(session))
        p { "This payment is on its way. Choose what becomes of it." }
        form method="post" {
            (button("arrives", "The money arrives", true))
            (button("fails", "It fails, or the voucher runs out", false))
        }
        p { a href=(text(&session["success_url"])) { "Go back and wait" } }
    };
    page(StatusCode::OK, "On its way", &content)
}

//! The hosted onboarding form of connected accounts.

use crate::StripeLocal;
use crate::accounts::{Visit, complete, text, visit};
use crate::page::{gone, page};
use axum::Router;
use axum::extract::{Form, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use maud::html;
use serde::Deserialize;

#[derive(Deserialize)]
struct Choice {
    outcome: String,
}

pub(crate) fn router(stripe: StripeLocal) -> Router {
    Router::new()
        .route("/onboard/{link}", get(show).post(choose))
        .with_state(stripe)
}

async fn show(State(stripe): State<StripeLocal>, Path(link): Path<String>) -> Response {
    match stripe.transaction(|tx| visit(tx, &link)) {
        Ok(Visit::Redirect(url)) => Redirect::to(&url).into_response(),
        Ok(Visit::Form(account)) => page(
            StatusCode::OK,
            "Set up payouts",
            &html! {
                p class="muted" { "ProConnect pays you through Stripe" }
                h1 { "Set up payouts" }
                p { "For " strong { (text(&account["email"])) } ". On Stripe's own page you would give your name, address and bank account here." }
                form method="post" {
                    button type="submit" name="outcome" value="complete" class="primary" { "Use test data and finish" }
                }
            },
        ),
        Err(_) => gone(StatusCode::NOT_FOUND, "There is no such page."),
    }
}

async fn choose(
    State(stripe): State<StripeLocal>,
    Path(link): Path<String>,
    Form(choice): Form<Choice>,
) -> Response {
    if choice.outcome != "complete" {
        return gone(StatusCode::BAD_REQUEST, "The outcome must be complete.");
    }
    match stripe.transaction(|tx| complete(tx, &link)) {
        Ok(url) => Redirect::to(&url).into_response(),
        Err(_) => gone(StatusCode::NOT_FOUND, "There is no such page."),
    }
}

//! Every mail that the product sends, filled in with samples: what it looks like, and what its text part says.

use crate::page::layout;
use crate::world::World;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use maud::html;
use proconnect_messaging::Mail;
use proconnect_notices::samples;
use std::sync::Arc;

/// A mail brings its styles along and loads nothing. Only the list shows it in a frame.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

/// All of them.
pub(crate) async fn list(State(world): State<Arc<World>>) -> Response {
    let mails = match rendered(&world) {
        Ok(mails) => mails,
        Err(refusal) => return refusal.into_response(),
    };
    let body = html! {
        h1 { "Mails" }
        p { a href="/_local/" { "Back to the operator's page" } }
        @for (name, mail) in &mails {
            h2 id=(name) { (name) }
            p { "Subject: " strong { (mail.subject) } " · " a href=(format!("/_local/mails/{name}")) { "open the HTML part" } }
            div class="parts" {
                iframe src=(format!("/_local/mails/{name}")) title=(format!("HTML part: {name}")) loading="lazy" {}
                pre { (mail.text) }
            }
        }
    };
    Html(layout("ProConnect · mails", &body).into_string()).into_response()
}

/// The HTML part of one.
pub(crate) async fn show(State(world): State<Arc<World>>, Path(name): Path<String>) -> Response {
    let mails = match rendered(&world) {
        Ok(mails) => mails,
        Err(refusal) => return refusal.into_response(),
    };
    match mails.into_iter().find(|(other, _)| *other == name) {
        Some((_, mail)) => ([(header::CONTENT_SECURITY_POLICY, POLICY)], Html(mail.html)).into_response(),
        None => (StatusCode::NOT_FOUND, "There is no such mail.").into_response(),
    }
}

fn rendered(world: &World) -> Result<Vec<(String, Mail)>, (StatusCode, String)> {
    samples::mails(&world.app.config.public_url)
        .map_err(|error| (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()))
}

//! The operator's page.

use crate::world::World;
use axum::extract::State;
use axum::http::header;
use axum::response::{Html, IntoResponse, Response};
use maud::{DOCTYPE, Markup, html};
use std::sync::Arc;

const STYLE: &str = "
:root { color-scheme: light dark; --page:#fafafa; --ink:#1c1714; --line:#94867b; }
@media (prefers-color-scheme: dark) { :root { --page:#191919; --ink:#f5efe9; --line:#857567; } }
body { margin:24px auto; max-width:1000px; padding:0 16px; background:var(--page); color:var(--ink); font:15px/1.5 system-ui, sans-serif; }
table { border-collapse:collapse; width:100%; margin-bottom:32px; } th, td { text-align:left; padding:6px 10px; border-bottom:1px solid var(--line); vertical-align:top; }
td.number { font-variant-numeric:tabular-nums; text-align:right; } a { color:inherit; } pre { white-space:pre-wrap; margin:0; font-size:13px; }
.parts { display:flex; flex-wrap:wrap; gap:16px; margin-bottom:32px; } .parts > * { flex:1 1 min(400px, 100%); border:1px solid var(--line); box-sizing:border-box; }
.parts pre { padding:16px; } iframe { height:440px; }
";

pub(crate) async fn style() -> Response {
    ([(header::CONTENT_TYPE, "text/css")], STYLE).into_response()
}

pub(crate) async fn show(State(world): State<Arc<World>>) -> Response {
    let mails = world.mailer.list(None).unwrap_or_default();
    let queues = world.queue.depths().unwrap_or_default();
    let body = html! {
        h1 { "ProConnect, locally" }
        p { "Clock: " (world.now().human()) ". Table at " (world.table_endpoint) ", objects at " (world.objects.endpoint) "." }
        h2 { "Queues" }
        table {
            thead { tr { th { "Queue" } th { "Ready" } th { "All" } } }
            tbody { @for (queue, ready, all) in &queues { tr { td { (queue) } td class="number" { (ready) } td class="number" { (all) } } } }
        }
        h2 { "Mails" }
        p { a href="/_local/mails" { "See how every mail looks" } }
        table {
            thead { tr { th { "Sent" } th { "To" } th { "Mail" } } }
            tbody { @for mail in mails.iter().take(50) {
                tr { td { (mail.sent_at) } td { (mail.to) } td { strong { (mail.subject) } pre { (mail.text) } } }
            } }
        }
        h2 { "Functions called" }
        table {
            thead { tr { th { "Function" } th { "Calls" } } }
            tbody { @for (name, calls) in world.calls() { tr { td { (name) } td class="number" { (calls) } } } }
        }
    };
    Html(layout("ProConnect · local", &body).into_string()).into_response()
}

/// A page for operators.
pub(crate) fn layout(title: &str, body: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8"; meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) } link rel="stylesheet" href="/_local/style.css";
            }
            body { (body) }
        }
    }
}

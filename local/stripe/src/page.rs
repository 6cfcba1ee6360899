//! The frame of the hosted pages: no script, one stylesheet, both themes.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use maud::{DOCTYPE, Markup, html};

/// The stylesheet, served beside the pages: the product's content security policy allows no inline styles.
pub(crate) const STYLE: &str = "
:root { color-scheme: light dark; --page:#fafafa; --surface:#ffffff; --ink:#1c1714; --muted:#6b5f57; --line:#94867b; }
@media (prefers-color-scheme: dark) { :root { --page:#191919; --surface:#241f1b; --ink:#f5efe9; --muted:#b3a89f; --line:#857567; } }
* { box-sizing: border-box; }
body { margin:0; background:var(--page); color:var(--ink); font:16px/1.5 system-ui, sans-serif; }
.banner { background:#f97316; color:#1a0d04; text-align:center; padding:8px 16px; font-weight:600; }
main { max-width:440px; margin:32px auto; padding:24px; background:var(--surface); border-radius:12px; border:1px solid var(--line); }
h1 { font-size:22px; line-height:1.3; margin:0 0 4px; } .amount { font-size:36px; font-weight:700; font-variant-numeric:tabular-nums; margin:8px 0 16px; }
p { margin:8px 0; } .muted { color:var(--muted); } .alert { border-left:4px solid #f97316; padding:8px 12px; margin:16px 0; }
form { display:grid; gap:12px; margin-top:16px; }
button { font:inherit; font-weight:600; padding:12px 16px; border-radius:8px; border:1px solid var(--line); background:transparent; color:var(--ink); cursor:pointer; min-height:44px; }
button.primary { background:#f97316; border-color:#f97316; color:#1a0d04; }
button:focus-visible, a:focus-visible { outline:3px solid #f97316; outline-offset:2px; }
a { color:inherit; }
";

pub(crate) fn page(status: StatusCode, title: &str, content: &Markup) -> Response {
    let markup = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) " · Stripe stand-in" }
                link rel="stylesheet" href="../stand-in.css";
            }
            body {
                div class="banner" role="note" { "Test mode: no money moves" }
                main { (content) }
            }
        }
    };
    (
        status,
        [
            (header::CONTENT_TYPE, "text/html; charset=utf-8"),
            (header::CACHE_CONTROL, "no-store"),
        ],
        markup.into_string(),
    )
        .into_response()
}

pub(crate) async fn style() -> Response {
    ([(header::CONTENT_TYPE, "text/css")], STYLE).into_response()
}

/// A page for an address that leads nowhere.
pub(crate) fn gone(status: StatusCode, message: &str) -> Response {
    page(
        status,
        "Not available",
        &html! { h1 { "Not available" } p { (message) } },
    )
}

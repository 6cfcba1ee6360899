//! The SPA's files, with the headers that CloudFront sets.

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::path::Path;
use tower_http::compression::CompressionLayer;
use tower_http::services::{ServeDir, ServeFile};

/// Only our own origin; no inline script or style.
const CONTENT_SECURITY_POLICY: &str = "default-src 'self'; img-src 'self' data: blob:; media-src 'self'; \
    connect-src 'self'; style-src 'self'; font-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

/// The addresses whose page is in the HTML (ADR 73). The edge's function and `web/build/painted.ts` name the same.
const PAINTED: &[&str] = &[
    "/",
    "/login",
    "/register",
    "/tasks",
    "/freelancers",
    "/fees",
    "/help",
    "/terms",
    "/privacy",
    "/accessibility",
];

/// Each task has an address of its own, and one frame for all.
const TASK: &str = "/tasks/tsk_";

/// The file that answers an address, if that is not a file itself.
fn painted(path: &str) -> Option<String> {
    if path.starts_with(TASK) && !path[TASK.len()..].contains(['/', '.']) {
        return Some("/painted/tasks/any.html".to_owned());
    }
    let name = if path == "/" { "/index" } else { path };
    PAINTED.contains(&path).then(|| format!("/painted{name}.html"))
}

/// Serves the built SPA; any path that is no file is a page of it.
pub(crate) fn router(dist: &Path) -> Router {
    if !dist.join("index.html").is_file() {
        return Router::new().fallback(not_built);
    }
    // The build has put what brotli makes of each text beside it.
    let page = ServeFile::new(dist.join("index.html")).precompressed_br();
    let assets = ServeDir::new(dist.join("assets")).precompressed_br();
    Router::new()
        .nest_service("/assets", assets)
        .fallback_service(ServeDir::new(dist).precompressed_br().fallback(page))
        .layer(axum::middleware::from_fn(pages))
        .layer(axum::middleware::from_fn(caching))
        .layer(CompressionLayer::new())
}

async fn not_built() -> Response {
    (
        StatusCode::NOT_FOUND,
        "The SPA is not built: run `make run`, or `npm run build` in web/.",
    )
        .into_response()
}

/// Leads an address to the file of its page.
async fn pages(mut request: Request, next: Next) -> Response {
    if let Some(uri) = painted(request.uri().path()).and_then(|path| path.parse::<Uri>().ok()) {
        *request.uri_mut() = uri;
    }
    next.run(request).await
}

/// Assets carry their hash in the name and never change; the page is asked for each time.
async fn caching(request: Request, next: Next) -> Response {
    let forever = request.uri().path().starts_with("/assets/");
    let mut response = next.run(request).await;
    let value = if forever {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static(value));
    response
}

/// The headers of every answer that does not set its own.
pub(crate) async fn security_headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in [
        ("content-security-policy", CONTENT_SECURITY_POLICY),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "strict-origin-when-cross-origin"),
        ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
    ] {
        if !headers.contains_key(name) {
            headers.insert(name, HeaderValue::from_static(value));
        }
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_its_own_page_or_the_common_one() {
        for (path, file) in [
            ("/", Some("/painted/index.html")),
            ("/tasks", Some("/painted/tasks.html")),
            ("/tasks/tsk_0190", Some("/painted/tasks/any.html")),
            ("/tasks/tsk_0190/bids", None),
            ("/tasks/tsk_..", None),
            ("/tasks/new", None),
            ("/tasks/", None),
            ("/dashboard", None),
            ("/favicon.svg", None),
        ] {
            assert_eq!(painted(path).as_deref(), file, "{path}");
        }
    }
}

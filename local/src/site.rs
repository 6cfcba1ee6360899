//! The SPA's files, with the headers that CloudFront sets.

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::path::Path;
use tower_http::compression::CompressionLayer;
use tower_http::services::{ServeDir, ServeFile};

/// Only our own origin; no inline script or style.
const CONTENT_SECURITY_POLICY: &str = "default-src 'self'; img-src 'self' data: blob:; connect-src 'self'; \
    style-src 'self'; font-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

/// Serves the built SPA; any path that is no file is a page of it.
pub(crate) fn router(dist: &Path) -> Router {
    if !dist.join("index.html").is_file() {
        return Router::new().fallback(not_built);
    }
    let page = ServeFile::new(dist.join("index.html"));
    let assets = ServeDir::new(dist.join("assets"));
    Router::new()
        .nest_service("/assets", assets)
        .fallback_service(ServeDir::new(dist).fallback(page))
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

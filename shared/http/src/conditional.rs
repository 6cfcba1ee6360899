//! Who may keep an answer, and for how long (RFC 9111), and what is said to somebody who has it already: `304 Not Modified`
//! (RFC 9110, section 13).

use crate::{Request, Response};
use http::{HeaderValue, Method, StatusCode, header};
use lambda_http::Body;
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;

/// What visitors see is the same for all of them. The edge keeps it for ten seconds, a browser asks each time.
const SHARED: HeaderValue = HeaderValue::from_static("public, max-age=0, s-maxage=10");
/// What is somebody's own only their browser keeps, and it asks each time.
const OWN: HeaderValue = HeaderValue::from_static("private, no-cache");
/// What nobody keeps.
pub(crate) const NOTHING: HeaderValue = HeaderValue::from_static("no-store");

/// Marks an answer that no cache may keep, such as all that is known of somebody.
#[derive(Debug, Clone)]
pub(crate) struct KeptByNobody;

/// Gives the answer of a `GET` its `ETag` and says who may keep it; to somebody who has it already, that it has not changed.
/// `for_anybody` when it was made for nobody in particular.
pub fn conditional(request: &Request, mut response: Response, for_anybody: bool) -> Response {
    let may_be_kept = matches!(*request.method(), Method::GET | Method::HEAD)
        && response.status() == StatusCode::OK
        && response.extensions().get::<KeptByNobody>().is_none();
    let Some(tag) = may_be_kept.then(|| tag_of(response.body())).flatten() else {
        return response;
    };
    if has(request, &tag) {
        response = Response::new(Body::Empty);
        *response.status_mut() = StatusCode::NOT_MODIFIED;
    }
    let headers = response.headers_mut();
    headers.insert(header::ETAG, tag);
    headers.insert(header::CACHE_CONTROL, if for_anybody { SHARED } else { OWN });
    headers.append(header::VARY, HeaderValue::from(header::AUTHORIZATION));
    response
}

/// Weak, since the same answer may go out compressed or not: 96 bits of the text's hash.
fn tag_of(body: &Body) -> Option<HeaderValue> {
    let Body::Text(text) = body else { return None };
    let mut tag = "W/\"".to_owned();
    for byte in Sha256::digest(text).iter().take(12) {
        let _ = write!(tag, "{byte:02x}");
    }
    tag.push('"');
    HeaderValue::from_str(&tag).ok()
}

/// Whether `If-None-Match` names it; weak and strong tags compare alike here (RFC 9110, section 8.8.3.2).
fn has(request: &Request, tag: &HeaderValue) -> bool {
    let opaque = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    let wanted = tag.to_str().map(opaque).unwrap_or_default();
    let named = request.headers().get_all(header::IF_NONE_MATCH);
    let mut texts = named.iter().filter_map(|value| value.to_str().ok());
    texts.any(|text| text.trim() == "*" || text.split(',').any(|tag| opaque(tag) == wanted))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn answered(method: Method, tags: &[&str], for_anybody: bool) -> Response {
        let mut request = http::Request::builder().method(method);
        for tag in tags {
            request = request.header("if-none-match", *tag);
        }
        let response = Response::new(Body::Text(r#"{"items": []}"#.to_owned()));
        conditional(&request.body(Body::Empty).unwrap(), response, for_anybody)
    }

    fn tag() -> String {
        let response = answered(Method::GET, &[], false);
        response.headers()["etag"].to_str().unwrap().to_owned()
    }

    #[test]
    fn who_has_an_answer_is_told_so() {
        let tag = tag();
        assert!(tag.starts_with("W/\"") && tag.len() == 28, "{tag}");
        let strong = tag.trim_start_matches("W/");
        for tags in [
            &[tag.as_str()][..],
            &[strong],
            &["\"other\"", &format!("\"a\", {tag}")],
            &["*"],
        ] {
            let response = answered(Method::GET, tags, false);
            assert_eq!(response.status(), StatusCode::NOT_MODIFIED, "{tags:?}");
            assert!(matches!(response.body(), Body::Empty));
            assert_eq!(response.headers()["etag"], tag.as_str());
        }
        assert_eq!(
            answered(Method::GET, &["\"other\""], false).status(),
            StatusCode::OK
        );
    }

    #[test]
    fn only_what_visitors_see_is_shared() {
        let own = answered(Method::GET, &[], false);
        assert_eq!(own.headers()["cache-control"], "private, no-cache");
        assert_eq!(own.headers()["vary"], "authorization");
        let shared = answered(Method::GET, &[], true);
        assert_eq!(
            shared.headers()["cache-control"],
            "public, max-age=0, s-maxage=10"
        );
    }

    #[test]
    fn writes_and_what_nobody_keeps_stay_as_they_are() {
        let posted = answered(Method::POST, &["*"], false);
        assert_eq!(
            (posted.status(), posted.headers().get("etag")),
            (StatusCode::OK, None)
        );
        let mut response = Response::new(Body::Text("{}".to_owned()));
        response.extensions_mut().insert(KeptByNobody);
        let request = http::Request::builder().body(Body::Empty).unwrap();
        assert!(
            conditional(&request, response, false)
                .headers()
                .get("etag")
                .is_none()
        );
    }
}

//! The request as handlers' extractors see it, whatever carried it.

use crate::ApiError;
use http::StatusCode;
use lambda_http::RequestExt;
use lambda_http::request::RequestContext;
use proconnect_auth::TokenVerifier;
use proconnect_domain::Timestamp;
use subtle::ConstantTimeEq;

/// The request: `http::Request` with API Gateway's context in its extensions.
pub type Request = lambda_http::Request;
/// The response: `http::Response` with a body that API Gateway can carry.
pub type Response = lambda_http::Response<lambda_http::Body>;

/// What an extractor may ask of the application.
pub trait Context: Send + Sync {
    /// Verifies access tokens; not every function has the keys.
    fn verifier(&self) -> Result<&TokenVerifier, ApiError>;
    /// The time now.
    fn now(&self) -> Timestamp;
    /// What CloudFront sends with each request (`x-origin-secret`), where the API stands behind it; more than one while it
    /// is being changed.
    fn origin_secrets(&self) -> &[String] {
        &[]
    }
}

/// The caller's address as API Gateway saw it, or "unknown". Behind CloudFront that is CloudFront's own: then the
/// address that it names is taken, from nobody else.
pub fn client_address(context: &dyn Context, request: &Request) -> String {
    viewer_address(context, request)
        .or_else(|| match request.request_context_ref() {
            Some(RequestContext::ApiGatewayV2(context)) => context.http.source_ip.clone(),
            _ => None,
        })
        .unwrap_or_else(|| "unknown".to_owned())
}

fn viewer_address(context: &dyn Context, request: &Request) -> Option<String> {
    let header = |name: &str| request.headers().get(name)?.to_str().ok();
    let sent = header("x-origin-secret")?.as_bytes();
    let mut secrets = context.origin_secrets().iter();
    let by_this_way = secrets.any(|secret| sent.ct_eq(secret.as_bytes()).into());
    let address: std::net::IpAddr = header("x-viewer-address")?.parse().ok()?;
    by_this_way.then(|| address.to_string())
}

/// The id that names this request in logs and problem bodies.
pub(crate) fn request_id(request: &Request) -> String {
    match request.request_context_ref() {
        Some(RequestContext::ApiGatewayV2(context)) => context.request_id.clone(),
        _ => None,
    }
    .unwrap_or_else(|| "unknown".to_owned())
}

impl crate::ApiError {
    /// The response for this error. `Cache-Control: no-store`, since it speaks of one caller at one moment.
    pub fn into_response(self, request: &Request) -> Response {
        let problem = self.problem(&request_id(request));
        let body = serde_json::to_string(&problem).unwrap_or_else(|_| "{}".to_owned());
        let mut response = Response::new(body.into());
        *response.status_mut() =
            StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let headers = response.headers_mut();
        headers.insert(
            "content-type",
            http::HeaderValue::from_static("application/problem+json"),
        );
        headers.insert("cache-control", http::HeaderValue::from_static("no-store"));
        if let Some(seconds) = self.retry_after {
            headers.insert("retry-after", seconds.into());
        }
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Behind(Vec<String>, TokenVerifier);

    impl Context for Behind {
        fn verifier(&self) -> Result<&TokenVerifier, ApiError> {
            Ok(&self.1)
        }
        fn now(&self) -> Timestamp {
            Timestamp::from_millis(0)
        }
        fn origin_secrets(&self) -> &[String] {
            &self.0
        }
    }

    fn address(expected: &[&str], sent: &str, viewer: &str) -> String {
        let expected = expected.iter().map(ToString::to_string).collect();
        let request = http::Request::builder()
            .header("x-origin-secret", sent)
            .header("x-viewer-address", viewer)
            .body(lambda_http::Body::Empty)
            .unwrap_or_default();
        client_address(&Behind(expected, TokenVerifier::new(Vec::new())), &request)
    }

    #[test]
    fn only_cloudfront_names_the_viewer() {
        let secrets: &[&str] = &["n3w", "s3cret"];
        assert_eq!(address(secrets, "n3w", "203.0.113.7"), "203.0.113.7");
        assert_eq!(address(secrets, "s3cret", "2001:db8::1"), "2001:db8::1");
        for (expected, sent, viewer) in [
            (secrets, "guess", "203.0.113.7"),
            (secrets, "s3cret", "not an address"),
            (&[], "", "203.0.113.7"),
        ] {
            assert_eq!(address(expected, sent, viewer), "unknown");
        }
    }
}

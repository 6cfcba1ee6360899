//! The request as handlers' extractors see it, whatever carried it.

use crate::ApiError;
use http::StatusCode;
use lambda_http::RequestExt;
use lambda_http::request::RequestContext;
use proconnect_auth::TokenVerifier;
use proconnect_domain::Timestamp;

/// The request: `http::Request` with API Gateway's context in its extensions.
pub type Request = lambda_http::Request;
/// The response: `http::Response` with a body that API Gateway can carry.
pub type Response = lambda_http::Response<lambda_http::Body>;

/// The SHA-256 of a secret that CloudFront may send.
pub type OriginHash = [u8; 32];

/// What an extractor may ask of the application.
pub trait Context: Send + Sync {
    /// Verifies access tokens; not every function has the keys.
    fn verifier(&self) -> Result<&TokenVerifier, ApiError>;
    /// The time now.
    fn now(&self) -> Timestamp;
    /// Hashes of what CloudFront sends with each request (`x-origin-secret`), where the API stands behind it; more than one
    /// while it is being changed.
    fn origin_hashes(&self) -> &[OriginHash] {
        &[]
    }
}

/// The id that names this request in logs and problem bodies.
pub fn request_id(request: &Request) -> String {
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
        if let Some(allow) = self.allow.and_then(|methods| methods.parse().ok()) {
            headers.insert("allow", allow);
        }
        response
    }
}

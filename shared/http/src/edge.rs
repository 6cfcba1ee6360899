//! Whether a request came by the edge, CloudFront: it sends a secret along that nobody else has.
//!
//! Functions know the secret's SHA-256 alone. It is 256 random bits, so its hash gives nothing away: it stands in each
//! function's configuration, and no function needs a right to the secret itself.

use crate::{ApiError, Context, OriginHash, Request};
use lambda_http::RequestExt as _;
use lambda_http::request::RequestContext;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

/// Refuses what comes around the edge, where its firewall, its limits and its logs are. Where there is no edge, every way is
/// good.
pub fn require_edge(context: &dyn Context, request: &Request) -> Result<(), ApiError> {
    let sent = request
        .headers()
        .get("x-origin-secret")
        .and_then(|value| value.to_str().ok());
    require_origin(context.origin_hashes(), sent)
}

/// The same for what is no HTTP request, such as the opening of a WebSocket connection.
pub fn require_origin(hashes: &[OriginHash], sent: Option<&str>) -> Result<(), ApiError> {
    if hashes.is_empty() || known(hashes, sent) {
        return Ok(());
    }
    Err(ApiError::forbidden("Call ProConnect by its public address."))
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

/// The caller's address as CloudFront names it; nobody else is believed.
fn viewer_address(context: &dyn Context, request: &Request) -> Option<String> {
    let header = |name: &str| request.headers().get(name)?.to_str().ok();
    let address: std::net::IpAddr = header("x-viewer-address")?.parse().ok()?;
    known(context.origin_hashes(), header("x-origin-secret")).then(|| address.to_string())
}

fn known(hashes: &[OriginHash], sent: Option<&str>) -> bool {
    let Some(sent) = sent else { return false };
    let sent = Sha256::digest(sent);
    hashes
        .iter()
        .any(|hash| hash.as_slice().ct_eq(sent.as_slice()).into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ErrorCode;
    use proconnect_auth::TokenVerifier;
    use proconnect_domain::Timestamp;

    struct Behind(Vec<OriginHash>, TokenVerifier);

    impl Context for Behind {
        fn verifier(&self) -> Result<&TokenVerifier, ApiError> {
            Ok(&self.1)
        }
        fn now(&self) -> Timestamp {
            Timestamp::from_millis(0)
        }
        fn origin_hashes(&self) -> &[OriginHash] {
            &self.0
        }
    }

    fn behind(secrets: &[&str]) -> Behind {
        let hashes = secrets
            .iter()
            .map(|secret| Sha256::digest(secret).into())
            .collect();
        Behind(hashes, TokenVerifier::new(Vec::new()))
    }

    fn request(headers: &[(&str, &str)]) -> Request {
        let mut request = http::Request::builder();
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        request.body(lambda_http::Body::Empty).unwrap_or_default()
    }

    #[test]
    fn nobody_comes_around_the_edge() {
        let edge = behind(&["n3w", "s3cret"]);
        for (headers, allowed) in [
            (vec![("x-origin-secret", "n3w")], true),
            (vec![("x-origin-secret", "s3cret")], true),
            (vec![("x-origin-secret", "guess")], false),
            (vec![("x-origin-secret", "")], false),
            (vec![], false),
        ] {
            assert_eq!(
                require_edge(&edge, &request(&headers)).is_ok(),
                allowed,
                "{headers:?}"
            );
            assert!(
                require_edge(&behind(&[]), &request(&headers)).is_ok(),
                "no edge: {headers:?}"
            );
        }
        let refused = require_edge(&edge, &request(&[])).err();
        assert_eq!(refused.map(|error| error.code), Some(ErrorCode::Forbidden));
    }

    #[test]
    fn only_cloudfront_names_the_viewer() {
        let secrets: &[&str] = &["n3w", "s3cret"];
        for (known, sent, viewer, address) in [
            (secrets, "n3w", "203.0.113.7", "203.0.113.7"),
            (secrets, "s3cret", "2001:db8::1", "2001:db8::1"),
            (secrets, "guess", "203.0.113.7", "unknown"),
            (secrets, "s3cret", "not an address", "unknown"),
            (&[], "", "203.0.113.7", "unknown"),
        ] {
            let request = request(&[("x-origin-secret", sent), ("x-viewer-address", viewer)]);
            assert_eq!(client_address(&behind(known), &request), address);
        }
    }
}

//! Answers that are worth it go out compressed, if the caller takes that (RFC 9110, section 12.5.3). It is done here, since
//! nobody behind does it: API Gateway's HTTP APIs never compress, and CloudFront compresses only what it may keep.

use crate::{Request, Response};
use flate2::Compression;
use flate2::write::GzEncoder;
use http::{HeaderMap, HeaderValue, Method, header};
use lambda_http::Body;
use std::io::Write as _;

/// Less fits into one packet as it is (1,460 bytes of TCP's payload, less the headers).
const LEAST: usize = 1000;

/// Compresses the body of an answer to a `GET` that names `gzip` among what it accepts. Other methods' answers may hold both
/// a secret and what a stranger typed, whose length then tells of the secret (the BREACH attack), and are small.
pub fn compress(request: &Request, mut response: Response) -> Response {
    if request.method() != Method::GET {
        return response;
    }
    let headers = response.headers_mut();
    headers.append(header::VARY, HeaderValue::from_static("accept-encoding"));
    if headers.contains_key(header::CONTENT_ENCODING) || !takes_gzip(request.headers()) {
        return response;
    }
    let worth_it = |text: &&String| text.len() >= LEAST;
    let text = match response.body() {
        Body::Text(text) => Some(text).filter(worth_it),
        _ => None,
    };
    // Writing to memory does not fail; if it ever does, the text goes out as it is.
    if let Some(compressed) = text.and_then(|text| gzip(text).ok()) {
        *response.body_mut() = Body::Binary(compressed);
        let encoding = HeaderValue::from_static("gzip");
        response.headers_mut().insert(header::CONTENT_ENCODING, encoding);
    }
    response
}

fn gzip(text: &str) -> std::io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::with_capacity(text.len() / 4), Compression::fast());
    encoder.write_all(text.as_bytes())?;
    encoder.finish()
}

/// Whether `gzip` (or anything) is accepted, and not with a weight of 0.
fn takes_gzip(headers: &HeaderMap) -> bool {
    let all = headers.get_all(header::ACCEPT_ENCODING);
    let texts = all.iter().filter_map(|value| value.to_str().ok());
    let mut codings = texts.flat_map(|text| text.split(',')).map(|coding| {
        let mut parts = coding.split(';').map(str::trim);
        let name = parts.next().unwrap_or_default().to_ascii_lowercase();
        let refused = parts.any(|part| {
            let weight = part
                .strip_prefix("q=")
                .and_then(|weight| weight.parse::<f32>().ok());
            weight == Some(0.0)
        });
        (name, refused)
    });
    codings.any(|(name, refused)| matches!(name.as_str(), "gzip" | "x-gzip" | "*") && !refused)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use flate2::read::GzDecoder;
    use std::io::Read as _;

    fn answered(method: Method, accept: &str, text: &str) -> Response {
        let request = http::Request::builder()
            .method(method)
            .header("accept-encoding", accept);
        compress(
            &request.body(Body::Empty).unwrap(),
            Response::new(Body::Text(text.to_owned())),
        )
    }

    fn is_gzip(response: &Response) -> bool {
        response
            .headers()
            .get("content-encoding")
            .is_some_and(|coding| coding == "gzip")
    }

    #[test]
    fn a_long_answer_is_compressed_and_comes_back() {
        let text = r#"{"title": "Design a logo"}"#.repeat(500);
        let response = answered(Method::GET, "br;q=1.0, gzip;q=0.8", &text);
        assert!(is_gzip(&response));
        assert_eq!(response.headers()["vary"], "accept-encoding");
        let Body::Binary(bytes) = response.body() else {
            panic!("a compressed body is binary")
        };
        assert!(bytes.len() * 10 < text.len(), "{} of {}", bytes.len(), text.len());
        let mut read = String::new();
        GzDecoder::new(bytes.as_slice())
            .read_to_string(&mut read)
            .unwrap();
        assert_eq!(read, text);
    }

    #[test]
    fn nobody_gets_what_they_do_not_take() {
        let text = "x".repeat(2 * LEAST);
        for accept in ["", "identity", "br", "gzip;q=0", "gzip; q=0.0", "gzipped"] {
            let response = answered(Method::GET, accept, &text);
            assert!(!is_gzip(&response), "{accept}");
            assert_eq!(
                response.headers()["vary"],
                "accept-encoding",
                "the other answer differs all the same"
            );
        }
        for accept in ["gzip", "GZIP", "*", "deflate, gzip", "identity;q=0, gzip;q=0.001"] {
            assert!(is_gzip(&answered(Method::GET, accept, &text)), "{accept}");
        }
    }

    #[test]
    fn short_answers_and_those_of_writes_stay_as_they_are() {
        assert!(!is_gzip(&answered(Method::GET, "gzip", &"x".repeat(LEAST - 1))));
        assert!(!is_gzip(&answered(Method::POST, "gzip", &"x".repeat(2 * LEAST))));
    }
}

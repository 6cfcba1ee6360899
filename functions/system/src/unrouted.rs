//! `ANY /v1/{proxy+}`: whatever no other route takes.

use crate::routes::ROUTES;
use proconnect_http::{ApiError, AskedPath, ErrorCode, NoContent};
use proconnect_runtime::{App, Function};
use std::collections::BTreeSet;

/// Anybody: 404 where there is nothing, 405 with `Allow` where other methods are taken.
pub const FUNCTION: Function = proconnect_runtime::http!(ANY "/v1/{proxy+}", handle);

/// API Gateway itself would say 404 to both, in words of its own.
pub async fn handle(_app: &App, (): (), AskedPath(path): AskedPath) -> Result<NoContent, ApiError> {
    let allowed: Vec<&str> = allowed(&path).into_iter().collect();
    match allowed.is_empty() {
        true => Err(ApiError::new(
            ErrorCode::NotFound,
            "There is nothing at this address.",
        )),
        false => Err(ApiError::method_not_allowed(&allowed)),
    }
}

/// The methods of every route that a path is of.
fn allowed(path: &str) -> BTreeSet<&'static str> {
    let fitting = ROUTES.iter().filter(|(_, pattern)| is_of(pattern, path));
    let mut methods: BTreeSet<_> = fitting.map(|(method, _)| *method).collect();
    if methods.contains("GET") {
        methods.insert("HEAD");
    }
    methods
}

fn is_of(pattern: &str, path: &str) -> bool {
    let (wanted, given): (Vec<_>, Vec<_>) = (pattern.split('/').collect(), path.split('/').collect());
    let mut parts = wanted.iter().zip(&given);
    wanted.len() == given.len()
        && parts.all(|(part, value)| part == value || (part.starts_with('{') && !value.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_takes_the_methods_of_its_routes() {
        let of = |path| allowed(path).into_iter().collect::<Vec<_>>();
        assert_eq!(of("/v1/tasks"), ["GET", "HEAD", "POST"]);
        assert_eq!(of("/v1/files/fil_1"), ["DELETE", "GET", "HEAD"]);
        assert_eq!(of("/v1/bids/bid_1/accept"), ["POST"]);
        for nothing in ["/v1", "/v1/", "/v1/files/", "/v1/files/a/b", "/v1/nothing"] {
            assert!(of(nothing).is_empty(), "{nothing}");
        }
    }
}

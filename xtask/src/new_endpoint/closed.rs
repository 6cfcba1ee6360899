//! `POST /v1/things/{thingId}`: closed until it has rules of its own.

use proconnect_http::{ApiError, Caller, NoContent, Path};
use proconnect_runtime::{App, Function};

/// Nobody: closed until it has rules of its own.
pub const FUNCTION: Function = proconnect_runtime::http!(POST "/v1/things/{thingId}", handle);

/// Finds nothing for anybody.
pub async fn handle(_app: &App, _caller: Caller, Path(_id): Path<String>) -> Result<NoContent, ApiError> {
    Err(ApiError::not_found("thing"))
}

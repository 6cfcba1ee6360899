//! WebSocket route `$default`: a frame that names no action that there is.

use proconnect_http::{ApiError, ErrorCode};
use proconnect_runtime::{App, Function};

pub const FUNCTION: Function = proconnect_runtime::socket!("$default", handle, memory = 128);

/// Says so; the connection stays.
pub async fn handle(_app: &App, (): (), (): ()) -> Result<(), ApiError> {
    Err(ApiError::of(ErrorCode::UnknownAction))
}

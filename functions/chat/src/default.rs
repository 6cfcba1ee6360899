//! WebSocket route `$default`: a frame that names no action that there is.

use proconnect_api::Frame;
use proconnect_http::{ApiError, ErrorCode};
use proconnect_runtime::{App, Function, SocketEvent};

pub const FUNCTION: Function = proconnect_runtime::socket!("$default", handle, memory = 128);

/// Says so; the connection stays.
pub async fn handle(_app: &App, _event: &SocketEvent) -> Result<Option<Frame>, ApiError> {
    Err(ApiError::of(ErrorCode::UnknownAction))
}

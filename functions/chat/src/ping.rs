//! WebSocket route `ping`: keeps the connection open, which API Gateway closes after 10 idle minutes.

use proconnect_api::Frame;
use proconnect_http::ApiError;
use proconnect_runtime::{App, Function, SocketEvent};

pub const FUNCTION: Function = proconnect_runtime::socket!("ping", handle, memory = 128);

/// Answers `pong`. Costs the table nothing: every open window asks every few minutes.
pub async fn handle(_app: &App, _event: &SocketEvent) -> Result<Option<Frame>, ApiError> {
    Ok(Some(Frame::Pong))
}

//! WebSocket route `ping`: keeps the connection open, which API Gateway closes after 10 idle minutes.

use proconnect_api::ServerFrame;
use proconnect_http::ApiError;
use proconnect_runtime::{App, Frame, Function};
use schemars::JsonSchema;
use serde::Deserialize;

pub const FUNCTION: Function = proconnect_runtime::socket!("ping", handle, memory = 128);

/// Asks whether the server is there.
#[derive(Deserialize, JsonSchema)]
pub struct Ping {}

/// Answers `pong`. Costs the table nothing: every open window asks every few minutes.
pub async fn handle(_app: &App, (): (), _frame: Frame<Ping>) -> Result<ServerFrame, ApiError> {
    Ok(ServerFrame::Pong)
}

//! WebSocket route `ping`: keeps the connection open, which API Gateway closes after 10 idle minutes.

use crate::present::note;
use proconnect_api::ServerFrame;
use proconnect_http::ApiError;
use proconnect_runtime::{App, Connection, Frame, Function};
use schemars::JsonSchema;
use serde::Deserialize;

pub const FUNCTION: Function = proconnect_runtime::socket!("ping", handle);

/// Asks whether the server is there, every five minutes.
#[derive(Deserialize, JsonSchema)]
pub struct Ping {}

/// Answers `pong`, and notes that the window is still there. Who has just been heard of is not noted again.
pub async fn handle(
    app: &App,
    Connection(connection): Connection,
    _frame: Frame<Ping>,
) -> Result<ServerFrame, ApiError> {
    if let Some(owner) = app.store.connections().owner(&connection).await? {
        note(app, owner, &connection, None).await?;
    }
    Ok(ServerFrame::Pong)
}

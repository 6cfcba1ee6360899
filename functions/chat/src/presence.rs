//! WebSocket route `presence`: somebody has turned away from their windows, or come back.

use crate::present::note;
use proconnect_http::ApiError;
use proconnect_runtime::{App, Connected, Frame, Function};
use schemars::JsonSchema;
use serde::Deserialize;

pub const FUNCTION: Function = proconnect_runtime::socket!("presence", handle);

/// Nobody has touched any of one's tabs for five minutes, or somebody has again.
#[derive(Deserialize, JsonSchema)]
pub struct SayPresence {
    /// Which of the two.
    status: Attention,
}

/// What a window knows of who sits before it. That nobody has it open any more, its connection says.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Attention {
    /// They are there.
    Online,
    /// Nobody has touched it for a while.
    Away,
}

/// Notes it for this window. If it changes what the most present of their windows says, who shares a room with them is told. The
/// same once more changes nothing.
pub async fn handle(app: &App, connected: Connected, frame: Frame<SayPresence>) -> Result<(), ApiError> {
    let is_away = frame.body.status == Attention::Away;
    note(app, connected.user_id, &connected.connection, Some(is_away)).await
}

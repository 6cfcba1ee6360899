//! `DELETE /v1/rooms/{roomId}/messages/{messageId}`: takes a message back.

use crate::changing::{change, own};
use proconnect_api::Message;
use proconnect_domain::{MessageId, RoomId};
use proconnect_http::{ApiError, Caller, Json, Paths};
use proconnect_runtime::{App, Function};

/// Who wrote it: takes a message back, at any time.
pub const FUNCTION: Function =
    proconnect_runtime::http!(DELETE "/v1/rooms/{roomId}/messages/{messageId}", handle);

/// Takes text and files away for both sides, and tells them; that there was a message stays. What it was is kept for reports.
/// Twice is once.
pub async fn handle(
    app: &App,
    caller: Caller,
    Paths(room, id): Paths<RoomId, MessageId>,
) -> Result<Json<Message>, ApiError> {
    let (room, mut message) = own(app, caller.user_id, room, id).await?;
    if message.deleted_at.is_some() {
        return Ok(Json(message.into_inner().into_view()));
    }
    let before = message.delete(app.now());
    Ok(Json(change(app, (room, message), &before).await?))
}

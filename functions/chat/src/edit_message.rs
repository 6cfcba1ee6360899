//! `PATCH /v1/rooms/{roomId}/messages/{messageId}`: changes the text of a message.

use crate::changing::{change, own};
use proconnect_api::Message;
use proconnect_domain::{EDIT_PERIOD, MessageId, RoomId, Validator, message_text};
use proconnect_http::{ApiError, Body, Caller, ErrorCode, Json, Paths};
use proconnect_runtime::{App, Function};
use schemars::JsonSchema;
use serde::Deserialize;

/// Who wrote it: changes the text of a message, for 15 minutes.
pub const FUNCTION: Function =
    proconnect_runtime::http!(PATCH "/v1/rooms/{roomId}/messages/{messageId}", handle);

/// Another text.
#[derive(Deserialize, JsonSchema)]
pub struct EditMessage {
    /// Plain text, at most 8,000 characters; it may be empty if the message has files.
    #[schemars(example = &"Three colours, please.")]
    text: String,
    /// The version that is changed.
    #[schemars(example = 1)]
    version: u32,
}

/// Changes it, and tells both sides. What it was is kept for reports. A version that is no longer the present one is 409, with
/// the message as it is now; the same text again changes nothing.
pub async fn handle(
    app: &App,
    caller: Caller,
    (Paths(room, id), Body(body)): (Paths<RoomId, MessageId>, Body<EditMessage>),
) -> Result<Json<Message>, ApiError> {
    let (room, mut message) = own(app, caller.user_id, room, id).await?;
    let mut errors = Validator::new();
    let text = errors.field("/text", message_text(&body.text, !message.files.is_empty()));
    let text = errors.finish(text)?;
    let refuse = |detail: &str| Err(ApiError::new(ErrorCode::InvalidState, detail));
    if message.deleted_at.is_some() {
        return refuse("The message was deleted.");
    }
    if body.version != message.edition {
        let present = message.into_inner().into_view();
        return Err(ApiError::of(ErrorCode::MessageChanged).with_present(&present));
    }
    if text == message.text {
        return Ok(Json(message.into_inner().into_view()));
    }
    if app.now().saturating_since(message.sent_at) > EDIT_PERIOD {
        return refuse("A message can be edited for 15 minutes. You can still delete it.");
    }
    let before = message.edit(text, app.now());
    Ok(Json(change(app, (room, message), &before).await?))
}

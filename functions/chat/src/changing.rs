//! What was said is changed: what editing and deleting have in common.

use crate::push::{Windows, fitting, tell};
use futures_util::future::join;
use proconnect_api::{Message, ServerFrame};
use proconnect_domain::{MessageId, RoomId, UserId};
use proconnect_http::{ApiError, ErrorCode};
use proconnect_runtime::App;
use proconnect_store::{MessageRecord, MessageVersionRecord, Refused, RoomRecord, Stored};

/// A message of one's own, with its room: 404 for those who are not in the room, 403 for the other side.
pub(crate) async fn own(
    app: &App,
    user: UserId,
    room: RoomId,
    id: MessageId,
) -> Result<(Stored<RoomRecord>, Stored<MessageRecord>), ApiError> {
    let (room, message) = app.store.messages().in_room(room, id).await?;
    let room = room.filter(|room| room.is_of(user));
    let room = room.ok_or_else(|| ApiError::not_found("room"))?;
    let message = message.ok_or_else(|| ApiError::not_found("message"))?;
    match message.sender_id == user {
        true => Ok((room, message)),
        false => Err(ApiError::forbidden("Only who wrote a message changes it.")),
    }
}

/// Stores it, and tells all windows of both sides. What was there before is kept.
pub(crate) async fn change(
    app: &App,
    (mut room, message): (Stored<RoomRecord>, Stored<MessageRecord>),
    before: &MessageVersionRecord,
) -> Result<Message, ApiError> {
    let number = message.number(&room);
    room.note_change(&message.as_last(), message.sender_id, number);
    let messages = app.store.messages();
    let (people, connections) = (room.people(), app.store.connections());
    let changing = messages.change(&room, &message, before, app.now());
    let (changed, found) = join(changing, connections.of_all(&people)).await;
    changed.map_err(|error| match error {
        error if error.is_refused(Refused::Blocked) => ApiError::of(ErrorCode::Blocked),
        error if error.is_refused(Refused::Frozen) => ApiError::of(ErrorCode::DisputeOpen),
        error => error.into(),
    })?;
    let windows = Windows::new(found.unwrap_or_default());
    let message = message.into_inner().into_view();
    let frame = ServerFrame::MessageChanged {
        message: fitting(message.clone()),
    };
    tell(app, windows.all(), &frame).await;
    Ok(message)
}

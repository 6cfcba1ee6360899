//! WebSocket route `send`: says something in a room.

use crate::push::{Windows, fitting, tell};
use futures_util::future::join;
use proconnect_api::{ReceiptStatus, ServerFrame};
use proconnect_domain::{
    FileId, FilePurpose, MESSAGES_OF_A_PERSON, RoomId, Timestamp, Validator, message_text,
};
use proconnect_events::Actor;
use proconnect_http::{ApiError, ErrorCode};
use proconnect_rules::Attachments;
use proconnect_runtime::{App, Connection, Frame, Function};
use proconnect_store::{FileHome, Heard, MessageRecord, Refused, RoomRecord, Stored};
use schemars::JsonSchema;
use serde::Deserialize;

pub const FUNCTION: Function = proconnect_runtime::socket!("send", handle);

/// Says something in a room. It needs a `clientId`: sent again under the same one, it is one message.
#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct SendMessage {
    /// In which room.
    room_id: RoomId,
    /// Plain text, at most 8,000 characters; it may be empty if there are files.
    #[serde(default)]
    text: String,
    /// Clean files of one's own, sent for a chat: at most 10.
    #[serde(default)]
    file_ids: Vec<FileId>,
}

/// Stores the message, and only then acknowledges it, to all windows of its sender. Once it is stored nothing can fail any
/// more: who is not told asks. The connections are read while the message is written; a window that opens in between asks
/// for what was said once it is open.
pub async fn handle(
    app: &App,
    Connection(connection): Connection,
    frame: Frame<SendMessage>,
) -> Result<Option<ServerFrame>, ApiError> {
    let (client_id, body) = (named(frame.client_id)?, frame.body);
    let messages = app.store.messages();
    let heard = messages
        .heard(&connection, body.room_id, None, &body.file_ids)
        .await?;
    let said = Said::check(heard, client_id, &body, app.now())?;
    let (user, people) = (said.message.sender_id, said.room.people());
    // Whose the connection is has just been read: what is written goes through only while their account is in use.
    let app = &app.acting(Some(Actor::User(user)), None);
    let connections = app.store.connections();
    let (stored, found) = join(said.store(app), connections.of_all(&people)).await;
    let message = stored?;
    let windows = Windows::new(found.unwrap_or_default());
    let ack = ServerFrame::Ack {
        client_id: message.client_id.clone(),
        message: fitting(message.clone().into_view()),
    };
    let (room_id, up_to) = (message.room_id, message.id);
    let news = ServerFrame::Message {
        message: fitting(message.into_view()),
    };
    let (own, others) = join(
        tell(app, windows.of(user), &ack),
        tell(app, windows.without(user), &news),
    )
    .await;
    if let Some(other) = people
        .into_iter()
        .find(|person| *person != user && !others.is_empty())
    {
        let receipt = ServerFrame::Receipt {
            room_id,
            user_id: other,
            up_to,
            status: ReceiptStatus::Delivered,
        };
        tell(app, windows.of(user), &receipt).await;
    }
    // A connection that is too young to be found is answered.
    Ok((!own.contains(&connection.as_str())).then_some(ack))
}

/// The browser's own id, without which a repeat could not be known.
fn named(client_id: Option<String>) -> Result<String, ApiError> {
    let id = client_id.filter(|id| !id.is_empty());
    id.ok_or_else(|| ApiError::invalid_field("/clientId", "required", "Give the message an id of its own."))
}

fn nobody_reads() -> ApiError {
    let gone = "They have left ProConnect, and nobody reads this any more.";
    ApiError::new(ErrorCode::InvalidState, gone)
}

/// A message that may be stored.
struct Said {
    room: Stored<RoomRecord>,
    message: MessageRecord,
    attachments: Attachments,
    now: Timestamp,
}

impl Said {
    /// 404 for those who are not in the room; 409 where nobody reads any more; 429 for a flood.
    fn check(heard: Heard, client_id: String, body: &SendMessage, now: Timestamp) -> Result<Self, ApiError> {
        let user = heard
            .user
            .ok_or_else(|| ApiError::of(ErrorCode::Unauthenticated))?;
        let room = heard.room.filter(|room| room.is_of(user));
        let mut room = room.ok_or_else(|| ApiError::not_found("room"))?;
        let mut errors = Validator::new();
        let text = errors.field("/text", message_text(&body.text, !body.file_ids.is_empty()));
        let meant = (user, FilePurpose::Chat);
        let attachments = Attachments::check(&mut errors, "/fileIds", &body.file_ids, heard.files, meant);
        let text = errors.finish(text)?;
        if room.seats(user).1.has_left {
            return Err(nobody_reads());
        }
        let seat = room.seats_mut(user).0;
        let full_at = MESSAGES_OF_A_PERSON.take(seat.full_at, now);
        let full_at = full_at.map_err(ApiError::limited)?;
        seat.full_at = Some(full_at);
        let said = (text, attachments.references());
        let message = MessageRecord::say(&mut room, user, client_id, said, now)?;
        Ok(Self {
            room,
            message,
            attachments,
            now,
        })
    }

    /// Stores it; what was sent under this id before is answered as it is now.
    async fn store(self, app: &App) -> Result<MessageRecord, ApiError> {
        let home = FileHome::Room {
            client: self.room.client.id,
            freelancer: self.room.freelancer.id,
        };
        // A repeat finds its own files taken, and by itself.
        let (room, message) = (self.room, self.message);
        let refused = match self.attachments.hang(&home) {
            Ok(files) => {
                let stored = app.store.messages().send(&room, &message, &files, self.now).await;
                match stored {
                    Ok(()) => return Ok(message),
                    Err(error) if error.is_refused(Refused::Blocked) => {
                        return Err(ApiError::of(ErrorCode::Blocked));
                    }
                    Err(error) if error.is_refused(Refused::Recipient) => return Err(nobody_reads()),
                    Err(error) if error.is_refused(Refused::Sent) => ApiError::of(ErrorCode::ClientIdReused),
                    Err(error) => return Err(error.into()),
                }
            }
            Err(taken) => taken,
        };
        let before = app
            .store
            .messages()
            .sent(message.sender_id, &message.client_id)
            .await?;
        match before {
            Some((sent, before)) if sent.is_repeated_by(&message) => Ok(before),
            Some(_) => Err(ApiError::of(ErrorCode::ClientIdReused)),
            None => Err(refused),
        }
    }
}

//! WebSocket route `read`: somebody has looked at what was said.

use crate::push::{Windows, tell};
use futures_util::future::join;
use proconnect_api::{ReceiptStatus, ServerFrame};
use proconnect_domain::{MessageId, RoomId};
use proconnect_events::Actor;
use proconnect_http::{ApiError, ErrorCode};
use proconnect_runtime::{App, Connection, Frame, Function};
use schemars::JsonSchema;
use serde::Deserialize;

pub const FUNCTION: Function = proconnect_runtime::socket!("read", handle);

/// Everything up to a message was seen.
#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct MarkRead {
    /// In which room.
    room_id: RoomId,
    /// The last message that was seen, whoever wrote it; deleted ones count as well.
    up_to: MessageId,
}

/// Notes it and tells both sides. What was seen stays so: an earlier message changes nothing, and nobody is told twice.
pub async fn handle(
    app: &App,
    Connection(connection): Connection,
    frame: Frame<MarkRead>,
) -> Result<(), ApiError> {
    let MarkRead { room_id, up_to } = frame.body;
    let messages = app.store.messages();
    let heard = messages.heard(&connection, room_id, Some(up_to), &[]).await?;
    let user = heard
        .user
        .ok_or_else(|| ApiError::of(ErrorCode::Unauthenticated))?;
    let room = heard.room.filter(|room| room.is_of(user));
    let mut room = room.ok_or_else(|| ApiError::not_found("room"))?;
    let message = heard.message.ok_or_else(|| ApiError::not_found("message"))?;
    if !room.note_seen(user, &message.mark(), app.now()) {
        return Ok(());
    }
    let app = &app.acting(Some(Actor::User(user)), None);
    app.store.rooms().update(&room, app.now()).await?;
    let [client, freelancer] = room.people();
    let (blocks, connections) = (app.store.blocks(), app.store.connections());
    let (blocked, found) = join(
        blocks.between(client, freelancer),
        connections.of_all(&[client, freelancer]),
    )
    .await;
    let windows = Windows::new(found.unwrap_or_default());
    // Who is blocked learns nothing more of the other; one's own windows do.
    let hidden = blocked.unwrap_or(true);
    let told = windows
        .except(&connection)
        .filter(|window| !hidden || window.user_id == user);
    let receipt = ServerFrame::Receipt {
        room_id,
        user_id: user,
        up_to,
        status: ReceiptStatus::Seen,
    };
    tell(app, told, &receipt).await;
    Ok(())
}

//! WebSocket route `typing`: somebody is writing.

use crate::push::{Windows, tell};
use futures_util::future::try_join4;
use proconnect_api::ServerFrame;
use proconnect_domain::{RoomId, TYPING_OF_A_PERSON, UserId, UserStatus};
use proconnect_http::{ApiError, ErrorCode};
use proconnect_rules::in_use;
use proconnect_runtime::{App, Connection, Frame, Function};
use proconnect_store::Bucket;
use schemars::JsonSchema;
use serde::Deserialize;

pub const FUNCTION: Function = proconnect_runtime::socket!("typing", handle);

/// Somebody is writing. A page says so every few seconds at most, while it lasts.
#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Typing {
    /// In which room.
    room_id: RoomId,
}

/// Tells the other side, unless one of the two has blocked the other. Nothing is stored: the hint ends by itself.
pub async fn handle(
    app: &App,
    Connection(connection): Connection,
    frame: Frame<Typing>,
) -> Result<(), ApiError> {
    let room_id = frame.body.room_id;
    let heard = app
        .store
        .messages()
        .heard(&connection, room_id, None, &[])
        .await?;
    let user = heard
        .user
        .ok_or_else(|| ApiError::of(ErrorCode::Unauthenticated))?;
    let room = heard.room.filter(|room| room.is_of(user));
    let room = room.ok_or_else(|| ApiError::not_found("room"))?;
    let other = room.seats(user).1.id;
    let (connections, users) = (app.store.connections(), app.store.users());
    let found = async { connections.of(other).await.map_err(ApiError::from) };
    // Nothing is written that would ask whether the account is in use.
    let sender = async { users.get(user).await.map_err(ApiError::from) };
    let blocked = async {
        app.store
            .blocks()
            .between(user, other)
            .await
            .map_err(ApiError::from)
    };
    let ((), found, sender, blocked) = try_join4(limit(app, user), found, sender, blocked).await?;
    in_use(sender.map_or(UserStatus::Deleted, |sender| sender.status))?;
    if blocked {
        return Ok(());
    }
    let frame = ServerFrame::Typing {
        room_id,
        user_id: user,
    };
    tell(app, Windows::new(found).of(other), &frame).await;
    Ok(())
}

/// 429 for a flood. The table counts, and no cache: who may send to connections does not reach the cache's network.
async fn limit(app: &App, user: UserId) -> Result<(), ApiError> {
    let bucket = Bucket {
        name: "typing-account",
        who: user.to_string(),
        limit: TYPING_OF_A_PERSON,
    };
    match app.store.rates().take(&[bucket], app.now()).await? {
        None => Ok(()),
        Some(wait) => Err(ApiError::limited(wait)),
    }
}

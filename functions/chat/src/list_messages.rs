//! `GET /v1/rooms/{roomId}/messages`: what was said in a room.

use proconnect_api::Message;
use proconnect_domain::{MessageId, RoomId};
use proconnect_http::{ApiError, Caller, Json, Page, Path, Query, check_limit};
use proconnect_runtime::{App, Function};
use proconnect_store::{MessageRecord, Span};
use schemars::JsonSchema;
use serde::Deserialize;

/// Its two sides: what was said in a room.
pub const FUNCTION: Function = proconnect_runtime::http!(GET "/v1/rooms/{roomId}/messages", handle);

/// Which messages.
#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ListMessages {
    /// This message and those before it: for going to one in the middle. Newest first.
    up_to: Option<MessageId>,
    /// Those behind this message: what a window has missed. Oldest first.
    after: Option<MessageId>,
    /// How many messages a page holds: 1 to 100, 20 when absent.
    limit: Option<u32>,
    /// The `nextCursor` of the page before.
    cursor: Option<String>,
}

/// What was said, newest first; with `after`, oldest first. 404 for everybody who is not in the room.
pub async fn handle(
    app: &App,
    caller: Caller,
    (Path(id), Query(query)): (Path<RoomId>, Query<ListMessages>),
) -> Result<Json<Page<Message>>, ApiError> {
    let span = match (query.up_to, query.after) {
        (None, None) => Span::All,
        (Some(id), None) => Span::UpTo(id),
        (None, Some(id)) => Span::After(id),
        (Some(_), Some(_)) => {
            let message = "Ask for what stands up to a message, or for what stands after one.";
            return Err(ApiError::invalid_field("/after", "conflict", message));
        }
    };
    let (limit, cursor) = (check_limit(query.limit)?, query.cursor.as_deref());
    let messages = app.store.messages();
    let (room, found) = messages.with_room(id, span, limit, cursor).await?;
    if room.is_none_or(|room| !room.is_of(caller.user_id)) {
        return Err(ApiError::not_found("room"));
    }
    let found = found.map(MessageRecord::into_view);
    Ok(Json(Page {
        items: found.items,
        next_cursor: found.next_cursor,
    }))
}

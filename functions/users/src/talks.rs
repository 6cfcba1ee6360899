//! Rooms in the export of one's data: each with everything that was said in it.

use crate::PAGE;
use proconnect_api::{Message, Room};
use proconnect_domain::UserId;
use proconnect_http::{ApiError, ErrorCode};
use proconnect_store::{MessageRecord, Present, Span, Store};
use schemars::JsonSchema;
use serde::Serialize;

/// A room, with what was said in it.
#[derive(Serialize, JsonSchema)]
pub struct Talk {
    /// The room.
    room: Room,
    /// What was said, newest first, by both sides.
    messages: Vec<Message>,
}

/// One page of messages, and where to go on: in the same room, or in the next one.
pub(crate) async fn read(
    store: &Store,
    user: UserId,
    cursor: Option<&str>,
) -> Result<(Vec<Talk>, Option<String>), ApiError> {
    let wrong = || ApiError::of(ErrorCode::InvalidCursor);
    let (rooms, within) = match cursor {
        Some(cursor) => cursor.split_once('~').ok_or_else(wrong)?,
        None => ("", ""),
    };
    let rooms = Some(rooms).filter(|rooms| !rooms.is_empty());
    let (room, after, within) = match within.split_once('~') {
        Some((room, within)) => {
            let id = room.parse().map_err(|_| wrong())?;
            let found = store.rooms().get(id).await?.filter(|room| room.is_of(user));
            let room = found.ok_or_else(wrong)?.into_inner();
            (Some(room), rooms.map(str::to_owned), Some(within))
        }
        None => {
            let page = store.rooms().of(user, false, 1, rooms).await?;
            (page.items.into_iter().next(), page.next_cursor, None)
        }
    };
    let after = after.unwrap_or_default();
    let Some(room) = room else {
        // One that cannot be read is passed over.
        return Ok((Vec::new(), (!after.is_empty()).then(|| format!("{after}~"))));
    };
    let found = store.messages().page(room.id, Span::All, PAGE, within).await?;
    let people = store.people(room.people()).await?;
    let next = match found.next_cursor {
        Some(within) => Some(format!("{after}~{}~{within}", room.id)),
        None => (!after.is_empty()).then(|| format!("{after}~")),
    };
    let talk = Talk {
        room: room.view(&people, &Present::default(), user),
        messages: found.items.into_iter().map(MessageRecord::into_view).collect(),
    };
    Ok((vec![talk], next))
}

//! `GET /v1/rooms/search`: finds messages in all of one's rooms by their words.

use crate::search_messages::{hit, sought};
use proconnect_api::RoomHit;
use proconnect_http::{ApiError, Caller, Json, Page, Query, check_limit};
use proconnect_runtime::{App, Function};
use proconnect_store::RoomRecord;
use schemars::JsonSchema;
use serde::Deserialize;

/// Signed in: finds messages in one's own rooms by their words.
pub const FUNCTION: Function = proconnect_runtime::http!(GET "/v1/rooms/search", handle);

/// So many rooms at most are searched for a page, whatever stands in them.
const ROOMS: u32 = 10;

/// What is looked for.
#[derive(Deserialize, JsonSchema)]
pub struct SearchRooms {
    /// Words, of which each must begin a word of the message: two letters at least, of Chinese, Japanese or Thai one; at most 100
    /// characters. Case, accents and width make no difference; every other character stands for itself.
    q: String,
    /// How many rooms are searched for a page: 1 to 100, of which more than 10 are 10, as when it is absent.
    limit: Option<u32>,
    /// The `nextCursor` of the page before.
    cursor: Option<String>,
}

/// Messages in which all words stand, of ten rooms a page: the room first in which something was said last, and of each the newest
/// five; whoever wants more of one searches in it. A page may be empty and have a next one. The cost depends on the page alone.
pub async fn handle(
    app: &App,
    caller: Caller,
    Query(query): Query<SearchRooms>,
) -> Result<Json<Page<RoomHit>>, ApiError> {
    let (sought, user) = (sought(&query.q)?, caller.user_id);
    let rooms = app.store.rooms();
    let limit = check_limit(query.limit)?.min(ROOMS);
    let rooms = rooms.of(user, true, limit, query.cursor.as_deref()).await?;
    let messages = app.store.messages();
    let ids: Vec<_> = rooms.items.iter().map(|room| room.id).collect();
    let places = messages.places_across(&ids, &sought).await?;
    let is_at = |room: &&RoomRecord| places.iter().any(|(id, _)| *id == room.id);
    let others = rooms.items.iter().filter(is_at).map(|room| room.seats(user).1.id);
    let (found, people) = messages.across(&places, &sought, others).await?;
    let found = found.into_iter().filter_map(|message| {
        let room = rooms.items.iter().find(|room| room.id == message.room_id)?;
        let room = room.found(&people, user);
        let hit = hit(message, &sought);
        Some(RoomHit { room, hit })
    });
    Ok(Json(Page {
        items: found.collect(),
        next_cursor: rooms.next_cursor,
    }))
}

//! `GET /v1/rooms/{roomId}/messages/search`: finds messages of a room by their words.

use proconnect_api::{Hit, Place};
use proconnect_domain::{RoomId, Sought};
use proconnect_http::{ApiError, Caller, Json, Page, Path, Query, check_limit};
use proconnect_runtime::{App, Function};
use proconnect_store::MessageRecord;
use schemars::JsonSchema;
use serde::Deserialize;

/// Its two sides: finds messages of a room by their words.
pub const FUNCTION: Function = proconnect_runtime::http!(GET "/v1/rooms/{roomId}/messages/search", handle);

/// The longest text that is looked for, in characters.
const LONGEST: usize = 100;

/// What is looked for.
#[derive(Deserialize, JsonSchema)]
pub struct SearchMessages {
    /// Words, of which each must begin a word of the message: two letters at least, of Chinese, Japanese or Thai one; at most 100
    /// characters. Case, accents and width make no difference; every other character stands for itself.
    q: String,
    /// How many places are looked at for a page: 1 to 100, 20 when absent.
    limit: Option<u32>,
    /// The `nextCursor` of the page before.
    cursor: Option<String>,
}

/// Messages in which all words stand: first those with the very word, then those with one that begins so, each newest first. What
/// was edited or deleted is found by what it is now. The cost depends on the page alone.
pub async fn handle(
    app: &App,
    caller: Caller,
    (Path(id), Query(query)): (Path<RoomId>, Query<SearchMessages>),
) -> Result<Json<Page<Hit>>, ApiError> {
    let sought = sought(&query.q)?;
    let (limit, cursor) = (check_limit(query.limit)?, query.cursor.as_deref());
    let messages = app.store.messages();
    let (room, found) = messages.search(id, &sought, limit, cursor).await?;
    if room.is_none_or(|room| !room.is_of(caller.user_id)) {
        return Err(ApiError::not_found("room"));
    }
    let found = found.map(|message| hit(message, &sought));
    Ok(Json(Page {
        items: found.items,
        next_cursor: found.next_cursor,
    }))
}

/// What is looked for, if it can be.
pub(crate) fn sought(text: &str) -> Result<Sought, ApiError> {
    if text.chars().count() > LONGEST {
        let message = "Look for at most 100 characters.";
        return Err(ApiError::invalid_field("/q", "too_long", message));
    }
    let sought = Sought::parse(text);
    sought.ok_or_else(|| ApiError::invalid_field("/q", "too_short", "Look for at least 2 letters."))
}

pub(crate) fn hit(message: MessageRecord, sought: &Sought) -> Hit {
    let places = sought.places(&message.text).into_iter();
    Hit {
        places: places.map(|(start, end)| Place { start, end }).collect(),
        message: message.into_view(),
    }
}

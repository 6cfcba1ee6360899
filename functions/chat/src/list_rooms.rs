//! `GET /v1/rooms`: one's own rooms.

use proconnect_api::Room;
use proconnect_http::{ApiError, Caller, Json, Page, PageQuery, Query};
use proconnect_runtime::{App, Function};

/// Signed in: one's own rooms.
pub const FUNCTION: Function = proconnect_runtime::http!(GET "/v1/rooms", handle);

/// One's own rooms on either side, with what was said last, how much of it is new, and who is there. Where something was said last
/// comes first.
pub async fn handle(
    app: &App,
    caller: Caller,
    Query(query): Query<PageQuery>,
) -> Result<Json<Page<Room>>, ApiError> {
    let (limit, cursor) = (query.limit()?, query.cursor.as_deref());
    let rooms = app.store.rooms();
    let found = rooms.of(caller.user_id, true, limit, cursor).await?;
    let all: Vec<_> = found.items.iter().collect();
    let (people, present) = rooms.company(caller.user_id, &all, app.now()).await?;
    let found = found.map(|room| room.view(&people, &present, caller.user_id));
    Ok(Json(Page {
        items: found.items,
        next_cursor: found.next_cursor,
    }))
}

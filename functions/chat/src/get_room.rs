//! `GET /v1/rooms/{roomId}`: one of one's own rooms.

use proconnect_api::Room;
use proconnect_domain::RoomId;
use proconnect_http::{ApiError, Caller, Json, Path};
use proconnect_runtime::{App, Function};

/// Its two sides: a room.
pub const FUNCTION: Function = proconnect_runtime::http!(GET "/v1/rooms/{roomId}", handle);

/// A room with what was said last, how much of it is new, and whether the other is there. 404 for everybody who is not in it.
pub async fn handle(app: &App, caller: Caller, Path(id): Path<RoomId>) -> Result<Json<Room>, ApiError> {
    let rooms = app.store.rooms();
    let room = rooms.get(id).await?.filter(|room| room.is_of(caller.user_id));
    let room = room.ok_or_else(|| ApiError::not_found("room"))?;
    let (people, present) = rooms.company(caller.user_id, &[&room], app.now()).await?;
    Ok(Json(room.view(&people, &present, caller.user_id)))
}

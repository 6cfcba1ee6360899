//! `POST /v1/tasks/{taskId}/room`: opens the room of a task's client and a freelancer.

use proconnect_api::Room;
use proconnect_domain::{Role, TaskId, TaskStatus, UserId};
use proconnect_http::{ApiError, Body, Caller, Client, Created, ErrorCode, Idempotency, Json, Path};
use proconnect_rules::limits::{self, ROOM};
use proconnect_runtime::{App, Function};
use proconnect_store::{Present, Refused, RoomDoor, RoomRecord, TaskRecord, UserRecord};
use schemars::JsonSchema;
use serde::Deserialize;

/// The task's client, freelancers: opens the room of the two; the one that is there already is answered with 200.
pub const FUNCTION: Function = proconnect_runtime::http!(POST "/v1/tasks/{taskId}/room", handle);

/// With whom.
#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct OpenRoom {
    /// The freelancer, who has bid on the task; the client names them, and a freelancer opens their own room.
    #[serde(default)]
    #[schemars(example = &"usr_01JD9ZZZZZZZZZZZZZZZZZZZ00")]
    freelancer_id: Option<UserId>,
}

type Input = (Path<TaskId>, Body<OpenRoom>, (Client, Idempotency));

/// Opens it, or answers the one that is there. A freelancer opens one on a task that is open, or that they have bid on; the
/// client one with whoever has bid. Two at once open one room.
pub async fn handle(
    app: &App,
    caller: Caller,
    (Path(task_id), Body(body), (client, idempotency)): Input,
) -> Result<Result<Created<Room>, Json<Room>>, ApiError> {
    let with = body.freelancer_id.unwrap_or(caller.user_id);
    let door = app.store.rooms().door(task_id, with).await?;
    let task = door.task.as_ref().ok_or_else(|| ApiError::not_found("task"))?;
    let is_client = task.client_id == caller.user_id;
    if !is_client && (task.status == TaskStatus::Draft || door.bid.is_none() && !caller.is(Role::Freelancer))
    {
        return Err(match task.status {
            TaskStatus::Draft => ApiError::not_found("task"),
            _ => ApiError::forbidden("Only freelancers ask a task's client."),
        });
    }
    if !is_client && with != caller.user_id {
        return Err(ApiError::forbidden("A freelancer opens no room but their own."));
    }
    if let Some(room) = &door.room {
        let people = app.store.people(room.people()).await?;
        return Ok(Err(Json(room.view(&people, &Present::default(), caller.user_id))));
    }
    let freelancer = admitted(&door, task, is_client)?;
    let account = caller.user_id.to_string();
    limits::check(app, &ROOM, &client.address, &account).await?;
    let room = RoomRecord::new(task, freelancer.party(), app.now());
    let people = app.store.people(room.people()).await?;
    let answer = Created(room.view(&people, &Present::default(), caller.user_id));
    let remember = idempotency.remember(caller.user_id, &answer)?;
    let opened = app.store.rooms().open(&room, remember, app.now()).await;
    opened.map_err(|error| match error {
        error if error.is_refused(Refused::Blocked) => ApiError::of(ErrorCode::Blocked),
        error => error.into(),
    })?;
    Ok(Ok(answer))
}

/// The freelancer, if a room with them may be opened.
fn admitted<'a>(door: &'a RoomDoor, task: &TaskRecord, by_client: bool) -> Result<&'a UserRecord, ApiError> {
    let unknown = || {
        let message = "Name a freelancer who has bid on this task.";
        ApiError::invalid_field("/freelancerId", "unknown_bidder", message)
    };
    let freelancer = door.freelancer.as_ref().filter(|user| user.is_present());
    match (by_client, door.bid.is_some()) {
        (true, false) => Err(unknown()),
        (false, false) if task.status != TaskStatus::Open => Err(ApiError::new(
            ErrorCode::TaskNotOpen,
            "The task is no longer open, and you have not bid on it.",
        )),
        (true, true) => freelancer.ok_or_else(unknown),
        (false, _) => freelancer.ok_or_else(|| ApiError::of(ErrorCode::Unauthenticated)),
    }
}

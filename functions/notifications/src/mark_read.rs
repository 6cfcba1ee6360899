//! `POST /v1/notifications/read`: one has read what one was told.

use crate::connections;
use proconnect_api::{ServerFrame, UnreadCount};
use proconnect_domain::NotificationId;
use proconnect_http::{ApiError, Body, Caller, Json};
use proconnect_runtime::{App, Function};
use schemars::JsonSchema;
use serde::Deserialize;

/// Signed in: marks notices as read.
pub const FUNCTION: Function = proconnect_runtime::http!(POST "/v1/notifications/read", handle);

/// So many may be named.
const MOST: usize = 100;

/// Either `ids` or `all`.
#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct MarkRead {
    /// These, at most 100. Those that are not one's own, or unknown, are passed over.
    ids: Option<Vec<NotificationId>>,
    /// Everything.
    #[serde(default)]
    #[schemars(example = true)]
    all: bool,
    /// With `all`: what had arrived when this one did, so that what arrives meanwhile stays unread.
    up_to: Option<NotificationId>,
}

/// Marks them. What was read stays so: a repeat changes nothing, and no other window is told twice.
pub async fn handle(
    app: &App,
    caller: Caller,
    Body(body): Body<MarkRead>,
) -> Result<Json<UnreadCount>, ApiError> {
    check(&body)?;
    let (user, now) = (caller.user_id, app.now());
    let (ids, up_to) = (body.ids, body.up_to);
    let notifications = app.store.notifications();
    let (inbox, is_news) = notifications.mark(user, ids.as_deref(), up_to, now).await?;
    let unread_count = inbox.count(now);
    if is_news {
        let frame = ServerFrame::NotificationsRead {
            unread_count,
            ids,
            up_to,
        };
        connections::show(app, user, &frame).await;
    }
    Ok(Json(UnreadCount { unread_count }))
}

fn check(body: &MarkRead) -> Result<(), ApiError> {
    let refuse = |pointer, code, message| Err(ApiError::invalid_field(pointer, code, message));
    match (&body.ids, body.all, body.up_to) {
        (Some(ids), false, None) if ids.len() > MOST => {
            refuse("/ids", "too_many", "Name at most 100 notices.")
        }
        (Some(_), false, None) | (None, true, _) => Ok(()),
        (_, _, Some(_)) if !body.all => refuse("/upTo", "conflict", "Only all of them are read up to one."),
        _ => refuse(
            "/ids",
            "conflict",
            "Name the notices that were read, or say that all were.",
        ),
    }
}

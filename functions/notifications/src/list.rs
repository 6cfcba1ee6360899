//! `GET /v1/notifications`: what one was told.

use crate::view;
use proconnect_api::NotificationsPage;
use proconnect_domain::NoticeCategory;
use proconnect_http::{ApiError, Caller, Json, Query, check_limit};
use proconnect_runtime::{App, Function};
use schemars::JsonSchema;
use serde::Deserialize;

/// Signed in: what one was told.
pub const FUNCTION: Function = proconnect_runtime::http!(GET "/v1/notifications", handle);

/// Which notices.
#[derive(Deserialize, JsonSchema)]
pub struct ListNotifications {
    /// Those of one category.
    category: Option<NoticeCategory>,
    /// Those alone that are unread.
    #[serde(default)]
    unread: bool,
    /// How many notices a page holds: 1 to 100, 20 when absent.
    limit: Option<u32>,
    /// The `nextCursor` of the page before.
    cursor: Option<String>,
}

/// What one was told, newest first; kept for 180 days. Of what is unread the newest hundred count, the rest passes for read.
pub async fn handle(
    app: &App,
    caller: Caller,
    Query(query): Query<ListNotifications>,
) -> Result<Json<NotificationsPage>, ApiError> {
    let page = (check_limit(query.limit)?, query.cursor.as_deref());
    let (which, now) = ((query.category, query.unread), app.now());
    let notifications = app.store.notifications();
    let found = notifications.of(caller.user_id, which, page, now).await?;
    Ok(Json(NotificationsPage {
        unread_count: found.inbox.count(now),
        items: view::all(app, found.page.items, &found.inbox).await?,
        next_cursor: found.page.next_cursor,
    }))
}

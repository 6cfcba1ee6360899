//! `GET /v1/notifications/preferences`: how one wants to hear of things.

use crate::preferences;
use proconnect_api::NotificationPreferences;
use proconnect_http::{ApiError, Caller, Json};
use proconnect_runtime::{App, Function};
use proconnect_store::{PreferencesRecord, Stored};

/// Signed in: how one wants to hear of things.
pub const FUNCTION: Function = proconnect_runtime::http!(GET "/v1/notifications/preferences", handle);

/// What one has chosen; before that, what is usual.
pub async fn handle(app: &App, caller: Caller, (): ()) -> Result<Json<NotificationPreferences>, ApiError> {
    let chosen = app.store.notifications().preferences(caller.user_id).await?;
    let chosen = chosen.map_or_else(|| PreferencesRecord::usual(caller.user_id), Stored::into_inner);
    Ok(Json(preferences::view(&chosen)))
}

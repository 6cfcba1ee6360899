//! `GET /v1/users/me`.

use proconnect_api::Me;
use proconnect_domain::UserStatus;
use proconnect_http::{ApiError, Caller, Json};
use proconnect_runtime::{App, Function};

/// Signed in: one's own account.
pub const FUNCTION: Function = proconnect_runtime::http!(GET "/v1/users/me", handle);

/// One's own account and profile.
pub async fn handle(app: &App, caller: Caller, (): ()) -> Result<Json<Me>, ApiError> {
    let found = app.store.profiles().with_user(caller.user_id).await?;
    let found = found.filter(|(user, _)| user.status != UserStatus::Deleted);
    let (user, profile) = found.ok_or_else(|| ApiError::account(None))?;
    let profile = profile.map(|stored| stored.into_inner().profile);
    Ok(Json(crate::me(&user, profile.unwrap_or_default())))
}

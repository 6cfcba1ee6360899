//! `GET /v1/users/me`.

use proconnect_api::SelfUser;
use proconnect_http::{ApiError, Caller, ErrorCode, Json};
use proconnect_runtime::App;

/// One's own account.
pub async fn handle(app: &App, caller: Caller, (): ()) -> Result<Json<SelfUser>, ApiError> {
    let user = app.store.users().get(caller.user_id).await?;
    let user = user.ok_or_else(|| ApiError::of(ErrorCode::Unauthenticated))?;
    Ok(Json(SelfUser {
        id: user.id,
        email: user.email.to_string(),
        name: user.name.clone(),
        roles: user.roles.clone(),
        status: user.status,
        created_at: user.created_at,
    }))
}

//! `POST /v1/auth/change-password`: sets a new password, ends every other session and starts this one anew.

use crate::factor::{confirm_password, personal};
use crate::session::{self, SignedIn};
use proconnect_auth::hash_password;
use proconnect_domain::{ActivityKind, Password, Validator};
use proconnect_events::Fact;
use proconnect_http::{ApiError, Body, Caller, Cookies};
use proconnect_runtime::limits::CONFIRM;
use proconnect_runtime::{App, Function};
use schemars::JsonSchema;
use serde::Deserialize;

pub const FUNCTION: Function =
    proconnect_runtime::http!(POST "/v1/auth/change-password", handle, memory = 1024);

/// The old password and the new one.
#[derive(Deserialize, JsonSchema)]
pub struct ChangePassword {
    /// The password until now.
    current: String,
    /// 10 to 72 bytes.
    password: String,
}

/// Changes the password. 422 when the current one is wrong; nothing for who is suspended.
pub async fn handle(
    app: &App,
    caller: Caller,
    (client, Body(body)): (Cookies, Body<ChangePassword>),
) -> Result<SignedIn, ApiError> {
    let mut errors = Validator::new();
    let password = errors.field("/password", Password::parse(&body.password));
    let password = errors.finish(password)?;
    app.limit(&CONFIRM, &client.address, &caller.user_id.to_string())
        .await?;
    let mut user = app.active_user(&caller).await?;
    confirm_password(&user, body.current, "/current").await?;
    personal(&password, &user)?;
    let now = app.now();
    user.password_hash = hash_password(password, app.config.password_cost)
        .await
        .map_err(ApiError::internal)?;
    user.reset = None;
    user.sessions_from = Some(now);
    let activity = session::activity(user.id, ActivityKind::PasswordChanged, &client, now)?;
    let (session, token) = session::new(app, &user, client)?;
    let changed = Fact::PasswordChanged { user_id: user.id };
    app.store
        .users()
        .update_with_session(&user, &session, &activity, [changed], now)
        .await?;
    session::signed_in(app, &user, &token)
}

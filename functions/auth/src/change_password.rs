//! `POST /v1/auth/change-password`: sets a new password, ends every other session and renews this one.

use crate::factor::{confirm_password, personal};
use crate::session::{self, SignedIn};
use proconnect_auth::hash_password;
use proconnect_domain::{ActivityKind, Password, Validator};
use proconnect_events::Fact;
use proconnect_http::{ApiError, Body, Caller, Cookies};
use proconnect_rules::{
    limits::{self, CONFIRM},
    user_with_password,
};
use proconnect_runtime::{App, Function};
use schemars::JsonSchema;
use serde::Deserialize;

/// Signed in: sets a new password, ends all other sessions.
pub const FUNCTION: Function =
    proconnect_runtime::http!(POST "/v1/auth/change-password", handle, memory = 1024);

/// The old password and the new one.
#[derive(Deserialize, JsonSchema)]
pub struct ChangePassword {
    /// The current password.
    #[schemars(example = &"a long pass phrase")]
    current: String,
    /// 10 to 72 bytes.
    #[schemars(example = &"another pass phrase")]
    password: String,
}

/// Changes the password. 422 when the current one is wrong; 403 where two-step log-in is on and no code was given recently,
/// and for suspended accounts.
pub async fn handle(
    app: &App,
    caller: Caller,
    (client, Body(body)): (Cookies, Body<ChangePassword>),
) -> Result<SignedIn, ApiError> {
    let mut errors = Validator::new();
    let password = errors.field("/password", Password::parse(&body.password));
    let password = errors.finish(password)?;
    limits::check(app, &CONFIRM, &client.address, &caller.user_id.to_string()).await?;
    let mut user = user_with_password(app, &caller).await?;
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
    session::signed_in(app, &user, &session, &token)
}

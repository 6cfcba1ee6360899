//! `POST /v1/auth/totp/disable`: turns the second factor off, with password and code.

use crate::factor::{confirm_password, take, wrong_code};
use crate::session;
use proconnect_domain::ActivityKind;
use proconnect_events::Fact;
use proconnect_http::{ApiError, Body, Caller, Cookies, NoContent};
use proconnect_rules::{
    active_user,
    limits::{self, CONFIRM},
};
use proconnect_runtime::{App, Function};
use schemars::JsonSchema;
use serde::Deserialize;

/// Signed in: turns the second factor off.
pub const FUNCTION: Function = proconnect_runtime::http!(POST "/v1/auth/totp/disable", handle, memory = 1024);

/// Both factors once more.
#[derive(Deserialize, JsonSchema)]
pub struct DisableTotp {
    /// Password.
    #[schemars(example = &"a long pass phrase")]
    password: String,
    /// Six digits from the app, or a recovery code.
    #[schemars(example = &"123456")]
    code: String,
}

/// Turns it off. Does nothing if it is off already.
pub async fn handle(
    app: &App,
    caller: Caller,
    (client, Body(body)): (Cookies, Body<DisableTotp>),
) -> Result<NoContent, ApiError> {
    limits::check(app, &CONFIRM, &client.address, &caller.user_id.to_string()).await?;
    let mut user = active_user(app, &caller).await?;
    if !user.totp_enabled() {
        return Ok(NoContent);
    }
    confirm_password(&user, body.password, "/password").await?;
    if take(app, &mut user, &body.code)?.is_none() {
        return Err(wrong_code());
    }
    user.second_factor = None;
    let now = app.now();
    let activity = session::activity(user.id, ActivityKind::TotpDisabled, &client, now)?;
    let disabled = Fact::SecondFactorDisabled { user_id: user.id };
    app.store
        .users()
        .secure(&user, &activity, [disabled], now)
        .await?;
    Ok(NoContent)
}

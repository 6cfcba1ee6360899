//! `POST /v1/auth/totp/disable`: turns the second factor off, with password and code.

use crate::factor::{confirm_password, take, wrong_code};
use crate::session;
use proconnect_domain::ActivityKind;
use proconnect_events::Fact;
use proconnect_http::{ApiError, Body, Caller, Cookies, NoContent};
use proconnect_runtime::limits::CONFIRM;
use proconnect_runtime::{App, Function};
use schemars::JsonSchema;
use serde::Deserialize;

pub const FUNCTION: Function = proconnect_runtime::http!(POST "/v1/auth/totp/disable", handle, memory = 1024);

/// Both factors once more.
#[derive(Deserialize, JsonSchema)]
pub struct DisableTotp {
    /// Password.
    password: String,
    /// Six digits of the app, or a recovery code.
    code: String,
}

/// Turns it off. Off already is fine.
pub async fn handle(
    app: &App,
    caller: Caller,
    (client, Body(body)): (Cookies, Body<DisableTotp>),
) -> Result<NoContent, ApiError> {
    app.limit(&CONFIRM, &client.address, &caller.user_id.to_string())
        .await?;
    let mut user = app.active_user(&caller).await?;
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

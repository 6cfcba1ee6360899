//! `POST /v1/auth/totp/confirm`: turns the second factor on with a first code of the app.

use crate::factor::wrong_code;
use crate::session;
use proconnect_domain::ActivityKind;
use proconnect_events::Fact;
use proconnect_http::{ApiError, Body, Caller, Cookies, ErrorCode, Json};
use proconnect_rules::{
    active_user,
    limits::{self, CONFIRM},
};
use proconnect_runtime::{App, Function};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Signed in: turns the second factor on, returns the recovery codes.
pub const FUNCTION: Function = proconnect_runtime::http!(POST "/v1/auth/totp/confirm", handle);

/// A code of the app.
#[derive(Deserialize, JsonSchema)]
pub struct ConfirmTotp {
    /// Six digits.
    #[schemars(example = &"123456")]
    code: String,
}

/// For the day the phone is lost.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Confirmed {
    /// Ten codes, each good once; never shown again.
    recovery_codes: Vec<String>,
}

/// Turns it on. 422 for a wrong code, 409 when there is nothing to confirm.
pub async fn handle(
    app: &App,
    caller: Caller,
    (client, Body(body)): (Cookies, Body<ConfirmTotp>),
) -> Result<Json<Confirmed>, ApiError> {
    limits::check(app, &CONFIRM, &client.address, &caller.user_id.to_string()).await?;
    let mut user = active_user(app, &caller).await?;
    let (id, now) = (user.id, app.now());
    let waiting = user.second_factor.as_mut().filter(|factor| !factor.is_on());
    let factor = waiting
        .ok_or_else(|| ApiError::new(ErrorCode::InvalidState, "Set up an authenticator app first."))?;
    if !factor.take(&body.code, now).map_err(ApiError::internal)? {
        return Err(wrong_code());
    }
    let recovery_codes = factor
        .confirm(app.code_secret()?, id)
        .map_err(ApiError::internal)?;
    let activity = session::activity(id, ActivityKind::TotpEnabled, &client, now)?;
    let enabled = Fact::SecondFactorEnabled { user_id: id };
    app.store.users().secure(&user, &activity, [enabled], now).await?;
    Ok(Json(Confirmed { recovery_codes }))
}

//! `POST /v1/auth/totp`: a secret for an authenticator app. It takes effect once one of its codes has been confirmed.

use crate::factor::confirm_password;
use proconnect_auth::SecondFactor;
use proconnect_http::{ApiError, Body, Caller, Cookies, Created, ErrorCode};
use proconnect_rules::{
    active_user,
    limits::{self, CONFIRM},
};
use proconnect_runtime::{App, Function};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Signed in: a secret for an authenticator app, not yet in effect.
pub const FUNCTION: Function = proconnect_runtime::http!(POST "/v1/auth/totp", handle, memory = 1024);

/// The password again: an unlocked screen must not be enough to lock its owner out.
#[derive(Deserialize, JsonSchema)]
pub struct EnrollTotp {
    /// Password.
    #[schemars(example = &"a long pass phrase")]
    password: String,
}

/// What the app needs.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Enrolled {
    /// For a QR code: `otpauth://totp/…`.
    otpauth_url: String,
    /// For typing in, in base32.
    secret: String,
}

/// Makes a secret; an earlier one that was never confirmed is replaced. 409 when the second factor is on.
pub async fn handle(
    app: &App,
    caller: Caller,
    (client, Body(body)): (Cookies, Body<EnrollTotp>),
) -> Result<Created<Enrolled>, ApiError> {
    limits::check(app, &CONFIRM, &client.address, &caller.user_id.to_string()).await?;
    let mut user = active_user(app, &caller).await?;
    if user.totp_enabled() {
        return Err(ApiError::new(
            ErrorCode::InvalidState,
            "Two-step log-in is on already. Turn it off to change the app.",
        ));
    }
    confirm_password(&user, body.password, "/password").await?;
    let factor = SecondFactor::generate().map_err(ApiError::internal)?;
    let enrolment = factor
        .enrolment(user.email.as_str())
        .map_err(ApiError::internal)?;
    user.second_factor = Some(factor);
    app.store.users().update(&user, app.now()).await?;
    Ok(Created(Enrolled {
        otpauth_url: enrolment.url,
        secret: enrolment.secret,
    }))
}

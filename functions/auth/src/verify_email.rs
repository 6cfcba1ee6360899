//! `POST /v1/auth/verify-email`: takes the one-time code and signs in.

use crate::session::{self, SignedIn};
use proconnect_api::ActivityKind;
use proconnect_auth::{CodeOutcome, VERIFY_EMAIL};
use proconnect_domain::{Email, UserEvent, UserStatus, Validator};
use proconnect_http::{ApiError, Body, Cookies, ErrorCode};
use proconnect_runtime::App;
use proconnect_runtime::limits::CODE;
use schemars::JsonSchema;
use serde::Deserialize;

/// The code from the mail.
#[derive(Deserialize, JsonSchema)]
pub struct VerifyEmail {
    /// Address.
    email: String,
    /// Six digits.
    code: String,
}

/// Verifies the address. An unknown address is refused just as a wrong code is.
pub async fn handle(
    app: &App,
    cookies: Cookies,
    Body(body): Body<VerifyEmail>,
) -> Result<SignedIn, ApiError> {
    let mut errors = Validator::new();
    let email = errors.field("/email", Email::parse(&body.email));
    let email = errors.finish(email)?;
    app.limit(&CODE, &cookies.address, email.as_str()).await?;
    let now = app.now();
    let Some(mut user) = app.store.users().by_email(&email).await? else {
        return Err(ApiError::of(ErrorCode::InvalidCode));
    };
    if user.status != UserStatus::PendingVerification {
        return Err(ApiError::of(ErrorCode::AlreadyVerified));
    }
    let id = user.id;
    let Some(code) = &mut user.code else {
        return Err(ApiError::of(ErrorCode::CodeExpired));
    };
    let refusal = match code.check(app.code_secret()?, id, VERIFY_EMAIL, &body.code, now) {
        CodeOutcome::Accepted => None,
        CodeOutcome::Wrong(left) => Some(ApiError::new(
            ErrorCode::InvalidCode,
            format!("The code is wrong. {left} tries are left."),
        )),
        CodeOutcome::Locked => Some(ApiError::of(ErrorCode::CodeLocked).retry_after(60)),
        CodeOutcome::Expired => Some(ApiError::of(ErrorCode::CodeExpired)),
    };
    if let Some(refusal) = refusal {
        // The try counts only once it is stored; two tries at once cannot both count as the same one.
        app.store.users().update(&user, None, now).await?;
        return Err(refusal);
    }
    user.status = user.status.apply(UserEvent::VerifyEmail)?;
    user.code = None;
    let activity = session::activity(user.id, ActivityKind::SignedIn, &cookies, now)?;
    let (session, token) = session::new(app, &user, cookies)?;
    app.store
        .users()
        .update_with_session(&user, &session, &activity, None, now)
        .await?;
    session::signed_in(app, &user, &token)
}

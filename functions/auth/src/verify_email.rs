//! `POST /v1/auth/verify-email`: takes the one-time code and signs in.

use crate::session::{self, SignedIn};
use proconnect_auth::{CodeOutcome, VERIFY_EMAIL};
use proconnect_domain::{ActivityKind, Email, UserEvent, UserStatus, Validator};
use proconnect_events::Fact;
use proconnect_http::{ApiError, Body, Cookies, ErrorCode};
use proconnect_runtime::limits::CODE;
use proconnect_runtime::{App, Function};
use schemars::JsonSchema;
use serde::Deserialize;

pub const FUNCTION: Function = proconnect_runtime::http!(POST "/v1/auth/verify-email", handle);

/// The code from the mail.
#[derive(Deserialize, JsonSchema)]
pub struct VerifyEmail {
    /// Address.
    email: String,
    /// Six digits.
    code: String,
}

/// Verifies the address. A code that is wrong, too late or used up, an address that nobody has and one that is verified
/// already are refused alike, at the same cost: the answer must not tell who has an account.
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
    let found = app.store.users().by_email(&email).await?;
    let waiting = found.filter(|user| user.status == UserStatus::PendingVerification && user.code.is_some());
    let Some(mut user) = waiting else {
        app.count_nothing(email.as_str()).await?;
        return Err(refused());
    };
    let id = user.id;
    let code = user.code.as_mut().ok_or_else(refused)?;
    if code.check(app.code_secret()?, id, VERIFY_EMAIL, &body.code, now) != CodeOutcome::Accepted {
        // The try counts only once it is stored; two tries at once cannot both count as the same one.
        app.store.users().update(&user, now).await?;
        return Err(refused());
    }
    user.status = user.status.apply(UserEvent::VerifyEmail)?;
    user.code = None;
    let activity = session::activity(user.id, ActivityKind::SignedIn, &cookies, now)?;
    let (session, token) = session::new(app, &user, cookies)?;
    app.store
        .users()
        .update_with_session(
            &user,
            &session,
            &activity,
            [Fact::AccountVerified { user_id: id }],
            now,
        )
        .await?;
    session::signed_in(app, &user, &token)
}

fn refused() -> ApiError {
    let detail =
        "The code is wrong, has expired or was used up. Look for the newest mail, or ask for a new code.";
    ApiError::new(ErrorCode::InvalidCode, detail)
}

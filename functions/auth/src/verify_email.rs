//! `POST /v1/auth/verify-email`: takes the one-time code, turns the registration that it was mailed for into an account, and
//! signs in.

use crate::attempt::Shown;
use crate::device;
use crate::session::{self, SignedIn};
use proconnect_auth::{CodeOutcome, VERIFY_EMAIL};
use proconnect_domain::{ActivityKind, Email, Validator};
use proconnect_http::{ApiError, Body, Cookies, ErrorCode, no_attempt_cookie};
use proconnect_rules::limits::{self, CODE};
use proconnect_runtime::{App, Function};
use proconnect_store::{AttemptRecord, StoreError, Stored};
use schemars::JsonSchema;
use serde::Deserialize;

/// Who registered: takes the code, makes the account, signs in.
pub const FUNCTION: Function = proconnect_runtime::http!(POST "/v1/auth/verify-email", handle);

/// The code from the mail.
#[derive(Deserialize, JsonSchema)]
pub struct VerifyEmail {
    /// Address.
    #[schemars(example = &"ada@example.com")]
    email: String,
    /// Six digits.
    #[schemars(example = &"123456")]
    code: String,
}

/// Verifies the address: the registration that this browser began becomes its account, with the password, name and roles of
/// that registration; all others for the address are forgotten. A code that is wrong, too late, used up or of another
/// registration, an address that nobody has and one that has an account already are refused alike, at the same cost: the
/// answer must not tell who has an account.
pub async fn handle(
    app: &App,
    cookies: Cookies,
    Body(body): Body<VerifyEmail>,
) -> Result<SignedIn, ApiError> {
    let mut errors = Validator::new();
    let email = errors.field("/email", Email::parse(&body.email));
    let email = errors.finish(email)?;
    limits::check(app, &CODE, &cookies.address, email.as_str()).await?;
    let registrations = app.store.registrations();
    let (shown, now) = (Shown::by(&cookies), app.now());
    let claimants = registrations.at(&email, shown.token.as_ref()).await?;
    let Some(attempt) = shown.of(&claimants, now) else {
        limits::count_nothing(app, email.as_str()).await?;
        return Err(refused());
    };
    let others = &claimants.attempts;
    if let Some(signed_in) = take(app, &cookies, &body, (attempt, others)).await? {
        return Ok(signed_in);
    }
    // Somebody tried a code at this very moment: once more, with the tries that are left now.
    let attempt = registrations.get(attempt.id).await?;
    let attempt = attempt
        .filter(|attempt| shown.is(attempt, now))
        .ok_or_else(refused)?;
    let again = take(app, &cookies, &body, (&attempt, others)).await?;
    again.ok_or_else(refused)
}

/// Tries a code on an attempt as it was read; `None` when it is another by now.
async fn take(
    app: &App,
    client: &Cookies,
    body: &VerifyEmail,
    (attempt, others): (&Stored<AttemptRecord>, &[Stored<AttemptRecord>]),
) -> Result<Option<SignedIn>, ApiError> {
    let (registrations, now) = (app.store.registrations(), app.now());
    let secret = app.code_secret()?;
    let is_right = |code: &mut proconnect_auth::OneTimeCode| {
        code.check(secret, attempt.id, VERIFY_EMAIL, &body.code, now) == CodeOutcome::Accepted
    };
    if !attempt.code.clone().as_mut().is_some_and(is_right) {
        registrations.count_wrong(attempt.id, now).await?;
        return Err(refused());
    }
    let user = attempt.account()?;
    let activities = [
        session::activity(user.id, ActivityKind::Registered, client, user.created_at)?,
        session::activity(user.id, ActivityKind::SignedIn, client, now)?,
    ];
    let (session, token) = session::new(app, &user, client.clone())?;
    let made = (&user, &session, activities.as_slice());
    match registrations.verify(attempt, others, made, now).await {
        Ok(()) => {
            let secure = app.config.secure_cookies();
            let signed_in = session::signed_in(app, &user, &session, &token)?;
            let known = device::remembered(app, client, &user.email)?;
            Ok(Some(signed_in.and(no_attempt_cookie(secure)).and(known)))
        }
        Err(StoreError::Stale(_)) => Ok(None),
        // Another registration has become the account of this address a moment ago.
        Err(StoreError::Condition(_)) => Err(refused()),
        Err(error) => Err(error.into()),
    }
}

fn refused() -> ApiError {
    let detail = "The code is wrong, has expired, was used up, or was mailed for a registration in another browser. Look for \
        the newest mail, or ask for a new code.";
    ApiError::new(ErrorCode::InvalidCode, detail)
}

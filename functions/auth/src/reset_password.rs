//! `POST /v1/auth/reset-password`: sets a new password by a mailed link, and ends all sessions.

use crate::device;
use crate::factor::personal;
use crate::session;
use proconnect_auth::{ResetToken, hash_password};
use proconnect_domain::{ActivityKind, Email, Password, UserStatus, Validator};
use proconnect_events::Fact;
use proconnect_http::{ApiError, Body, Cookies, ErrorCode, NoContent, WithCookies};
use proconnect_rules::limits::{self, RESET};
use proconnect_runtime::{App, Function};
use proconnect_store::StoreError;
use schemars::JsonSchema;
use serde::Deserialize;

/// The link: sets a new password, ends all sessions.
pub const FUNCTION: Function =
    proconnect_runtime::http!(POST "/v1/auth/reset-password", handle, memory = 1024);

/// The link's token and the new password.
#[derive(Deserialize, JsonSchema)]
pub struct ResetPassword {
    /// From the link.
    #[schemars(example = &"01ARZ3NDEKTSV4RRFFQ69G5FAV.abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ")]
    token: String,
    /// 10 to 72 bytes.
    #[schemars(example = &"another pass phrase")]
    password: String,
}

/// Sets the password. The link is good once. Whoever shows it has read the account's mail: their browser is known from then on, and
/// can log in however many others are guessing.
pub async fn handle(
    app: &App,
    client: Cookies,
    Body(body): Body<ResetPassword>,
) -> Result<WithCookies<NoContent>, ApiError> {
    let mut errors = Validator::new();
    let password = errors.field("/password", Password::parse(&body.password));
    let password = errors.finish(password)?;
    let token = ResetToken::parse(&body.token).ok_or_else(refused)?;
    limits::check(app, &RESET, &client.address, &token.user_id.to_string()).await?;
    let done = match set(app, &client, &token, password.clone()).await? {
        Some(done) => Some(done),
        // The account changed between reading and writing: perhaps by this very link, perhaps by something else.
        None => set(app, &client, &token, password).await?,
    };
    let email = done.ok_or_else(|| ApiError::of(ErrorCode::Conflict))?;
    Ok(WithCookies {
        reply: NoContent,
        cookies: vec![session::cleared(app), device::remembered(app, &client, &email)?],
    })
}

fn refused() -> ApiError {
    ApiError::of(ErrorCode::InvalidResetToken)
}

/// Sets the password, and answers whose it is; `None` when the account changed since it was read.
async fn set(
    app: &App,
    client: &Cookies,
    token: &ResetToken,
    password: Password,
) -> Result<Option<Email>, ApiError> {
    let now = app.now();
    let user = app.store.users().get(token.user_id).await?;
    let mut user = user
        .filter(|user| user.status != UserStatus::Deleted)
        .filter(|user| {
            user.reset
                .as_ref()
                .is_some_and(|stored| token.matches(stored, now))
        })
        .ok_or_else(|| refused().about(token.user_id))?;
    personal(&password, &user)?;
    user.password_hash = hash_password(password, app.config.password_cost)
        .await
        .map_err(ApiError::internal)?;
    user.reset = None;
    user.sessions_from = Some(now);
    let changed = Fact::PasswordChanged { user_id: user.id };
    let activity = session::activity(user.id, ActivityKind::PasswordReset, client, now)?;
    match app.store.users().secure(&user, &activity, [changed], now).await {
        Ok(()) => Ok(Some(user.email.clone())),
        Err(StoreError::Stale(_)) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

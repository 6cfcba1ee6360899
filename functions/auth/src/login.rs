//! `POST /v1/auth/login`.

use crate::factor::{self, Shown};
use crate::session::{self, SignedIn};
use proconnect_api::ActivityKind;
use proconnect_auth::{verify_nothing, verify_password};
use proconnect_domain::{Email, UserStatus};
use proconnect_http::{ApiError, Body, Cookies, ErrorCode};
use proconnect_runtime::App;
use proconnect_runtime::limits::LOGIN;
use schemars::JsonSchema;
use serde::Deserialize;

/// Address and password, and the second factor where it is on.
#[derive(Deserialize, JsonSchema)]
pub struct Login {
    /// Address.
    email: String,
    /// Password.
    password: String,
    /// Six digits of the authenticator app, or a recovery code; asked for with 401 `totp_required`.
    #[serde(default)]
    code: Option<String>,
}

/// Signs in. An unknown address and a wrong password get the same answer after the same time.
pub async fn handle(app: &App, client: Cookies, Body(body): Body<Login>) -> Result<SignedIn, ApiError> {
    let email = Email::parse(&body.email).ok();
    // What is no address is nobody's: such tries share one bucket.
    let account = email.as_ref().map_or("none", Email::as_str);
    app.limit(&LOGIN, &client.address, account).await?;
    let user = match &email {
        Some(email) => app.store.users().by_email(email).await?,
        None => None,
    };
    let good = match &user {
        Some(user) => verify_password(body.password, user.password_hash.clone()).await,
        None => verify_nothing(body.password, app.config.password_cost).await,
    };
    let mut user = user
        .filter(|user| user.status != UserStatus::Deleted)
        .filter(|_| matches!(good, Ok(true)))
        .ok_or_else(|| ApiError::of(ErrorCode::InvalidCredentials))?;
    // Only who knows the password learns the state of the account.
    match user.status {
        UserStatus::PendingVerification => return Err(ApiError::of(ErrorCode::EmailNotVerified)),
        UserStatus::Suspended => return Err(ApiError::of(ErrorCode::AccountSuspended)),
        UserStatus::Active | UserStatus::Deleted => {}
    }
    let mut kind = ActivityKind::SignedIn;
    if user.totp_enabled() {
        let code = body.code.filter(|code| !code.trim().is_empty());
        let code = code.ok_or_else(|| ApiError::of(ErrorCode::TotpRequired))?;
        match factor::take(app, &mut user, &code)? {
            None => return Err(ApiError::of(ErrorCode::InvalidTotp)),
            Some(Shown::Recovery) => kind = ActivityKind::RecoveryCodeUsed,
            Some(Shown::App) => {}
        }
    }
    let now = app.now();
    let activity = session::activity(user.id, kind, &client, now)?;
    let (session, token) = session::new(app, &user, client)?;
    if user.totp_enabled() {
        // The code is used up in the transaction that opens the session: of two at once, one gets in.
        let users = app.store.users();
        users
            .update_with_session(&user, &session, &activity, None, now)
            .await?;
    } else {
        app.store.sessions().open(&session, &activity, now).await?;
    }
    session::signed_in(app, &user, &token)
}

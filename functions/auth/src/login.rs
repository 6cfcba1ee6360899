//! `POST /v1/auth/login`.

use crate::session::{self, SignedIn};
use proconnect_auth::{verify_nothing, verify_password};
use proconnect_domain::{Email, UserStatus};
use proconnect_http::{ApiError, Body, Cookies, ErrorCode};
use proconnect_runtime::App;
use schemars::JsonSchema;
use serde::Deserialize;

/// Address and password.
#[derive(Deserialize, JsonSchema)]
pub struct Login {
    /// Address.
    email: String,
    /// Password.
    password: String,
}

/// Signs in. An unknown address and a wrong password get the same answer after the same time.
pub async fn handle(app: &App, cookies: Cookies, Body(body): Body<Login>) -> Result<SignedIn, ApiError> {
    let user = match Email::parse(&body.email) {
        Ok(email) => app.store.users().by_email(&email).await?,
        Err(_) => None,
    };
    let good = match &user {
        Some(user) => verify_password(body.password, user.password_hash.clone()).await,
        None => verify_nothing(body.password, app.config.password_cost).await,
    };
    let user = user
        .filter(|user| user.status != UserStatus::Deleted)
        .filter(|_| matches!(good, Ok(true)))
        .ok_or_else(|| ApiError::of(ErrorCode::InvalidCredentials))?;
    // Only who knows the password learns the state of the account.
    match user.status {
        UserStatus::PendingVerification => return Err(ApiError::of(ErrorCode::EmailNotVerified)),
        UserStatus::Suspended => return Err(ApiError::of(ErrorCode::AccountSuspended)),
        UserStatus::Active | UserStatus::Deleted => {}
    }
    let (session, token) = session::new(app, &user, cookies)?;
    app.store.sessions().open(&session, app.now()).await?;
    session::signed_in(app, &user, &token)
}

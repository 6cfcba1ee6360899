//! `POST /v1/auth/resend-code`: mails a new one-time code. The answer is the same for every address.

use crate::code;
use proconnect_domain::{Email, UserStatus, Validator};
use proconnect_http::{Accepted, ApiError, Body};
use proconnect_messaging::{EmailJob, Template};
use proconnect_runtime::App;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Whose code.
#[derive(Deserialize, JsonSchema)]
pub struct ResendCode {
    /// Address.
    email: String,
}

/// Nothing that tells whether there is such an account.
#[derive(Serialize, JsonSchema)]
pub struct Sent {}

/// Mails a new code if the account waits for one; the old code is no longer good.
pub async fn handle(app: &App, (): (), Body(body): Body<ResendCode>) -> Result<Accepted<Sent>, ApiError> {
    let mut errors = Validator::new();
    let email = errors.field("/email", Email::parse(&body.email));
    let email = errors.finish(email)?;
    let user = app.store.users().by_email(&email).await?;
    if let Some(mut user) = user.filter(|user| user.status == UserStatus::PendingVerification) {
        let (code, stored) = code::make(app, user.id)?;
        user.code = Some(stored);
        let mail = EmailJob {
            to: user.id,
            template: Template::VerifyEmail { code },
        };
        app.store.users().update(&user, Some(mail), app.now()).await?;
    }
    Ok(Accepted(Sent {}))
}

//! `POST /v1/auth/resend-code`: mails a new one-time code. The answer is the same for every address, and so is its
//! time: whether a registration of this browser waits for one is found out by the worker that mails.

use crate::attempt::Shown;
use proconnect_auth::ShownAttempt;
use proconnect_domain::{Email, Validator};
use proconnect_http::{Accepted, ApiError, Body, Cookies};
use proconnect_messaging::MailSecret;
use proconnect_rules::limits::{self, RESEND};
use proconnect_runtime::{App, Function};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Who registered: mails a new code, the one before stays good; the same answer for every address.
pub const FUNCTION: Function = proconnect_runtime::http!(POST "/v1/auth/resend-code", handle);

/// Whose code.
#[derive(Deserialize, JsonSchema)]
pub struct ResendCode {
    /// Address.
    #[schemars(example = &"ada@example.com")]
    email: String,
}

/// Says nothing about whether there is such an account.
#[derive(Serialize, JsonSchema)]
pub struct Sent {}

/// Mails a new code if a registration that this browser began waits for one; the one before stays good until its end. A
/// person with an account is told so, once a day.
pub async fn handle(
    app: &App,
    client: Cookies,
    Body(body): Body<ResendCode>,
) -> Result<Accepted<Sent>, ApiError> {
    let mut errors = Validator::new();
    let email = errors.field("/email", Email::parse(&body.email));
    let email = errors.finish(email)?;
    limits::check(app, &RESEND, &client.address, email.as_str()).await?;
    let shown = Shown::by(&client);
    let (attempt, holder) = shown.token.map(ShownAttempt::into_parts).unzip();
    let command = MailSecret::ResendCode {
        email,
        attempt,
        holder,
        network: shown.network,
    };
    app.store.users().ask(&command, app.now()).await?;
    Ok(Accepted(Sent {}))
}

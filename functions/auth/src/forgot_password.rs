//! `POST /v1/auth/forgot-password`: mails a link to set a new password. The answer is the same for every address, and
//! so is its time: whether there is such an account is found out by the worker that mails.

use crate::device;
use proconnect_domain::{Email, Validator};
use proconnect_http::{Accepted, ApiError, Body, Cookies};
use proconnect_messaging::MailSecret;
use proconnect_rules::limits::{self, FORGOT, FORGOT_KNOWN};
use proconnect_runtime::{App, Function};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Anybody: mails a link to set a new password; the same answer for every address.
pub const FUNCTION: Function = proconnect_runtime::http!(POST "/v1/auth/forgot-password", handle);

/// Whose password.
#[derive(Deserialize, JsonSchema)]
pub struct ForgotPassword {
    /// Address.
    #[schemars(example = &"ada@example.com")]
    email: String,
}

/// Says nothing about whether there is such an account.
#[derive(Serialize, JsonSchema)]
pub struct Asked {}

/// Accepts the request. In a browser that has logged in to the account before, nobody else uses up its tries, and its mails do not
/// count towards the few that go to an address unasked.
pub async fn handle(
    app: &App,
    client: Cookies,
    Body(body): Body<ForgotPassword>,
) -> Result<Accepted<Asked>, ApiError> {
    let mut errors = Validator::new();
    let email = errors.field("/email", Email::parse(&body.email));
    let email = errors.finish(email)?;
    let device = device::known(app, &client, &email)?;
    match &device {
        Some(device) => limits::check(app, &FORGOT_KNOWN, &client.address, device.id()).await?,
        None => limits::check(app, &FORGOT, &client.address, email.as_str()).await?,
    }
    let asked = device.is_some();
    let command = MailSecret::ResetPassword { email, asked };
    app.store.users().ask(&command, app.now()).await?;
    Ok(Accepted(Asked {}))
}

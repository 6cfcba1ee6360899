//! `POST /v1/auth/reauthenticate`: confirms who somebody is before something dangerous.

use crate::factor::{self, confirm_password, wrong_code};
use crate::session;
use proconnect_domain::ActivityKind;
use proconnect_http::{ApiError, Body, Caller, Cookies, NoContent};
use proconnect_rules::{
    in_use,
    limits::{self, CONFIRM},
    stands,
};
use proconnect_runtime::{App, Function};
use proconnect_store::{ActivityRecord, Stored, UserRecord};
use schemars::JsonSchema;
use serde::Deserialize;

/// Signed in: gives password and second factor again, before something dangerous.
pub const FUNCTION: Function =
    proconnect_runtime::http!(POST "/v1/auth/reauthenticate", handle, memory = 1024);

/// Both factors once more.
#[derive(Deserialize, JsonSchema)]
pub struct Reauthenticate {
    /// Password.
    #[schemars(example = &"a long pass phrase")]
    password: String,
    /// Six digits of the authenticator app, or a recovery code; asked for by a field error where two-step log-in is on.
    #[serde(default)]
    code: Option<String>,
}

/// Renews the moment at which this session's person last showed who they are. 422 for a wrong password or code, and for no
/// code where one is needed; 429 after several wrong codes. The same call again does it again, as far as its code is still good.
pub async fn handle(
    app: &App,
    caller: Caller,
    (client, Body(body)): (Cookies, Body<Reauthenticate>),
) -> Result<NoContent, ApiError> {
    limits::check(app, &CONFIRM, &client.address, &caller.user_id.to_string()).await?;
    let now = app.now();
    let sessions = app.store.sessions();
    let (user, session) = sessions.seen(caller.user_id, caller.session_id).await?;
    let mut user = user.ok_or_else(|| ApiError::account(None))?;
    in_use(user.status)?;
    stands(&user, session.as_deref(), now)?;
    let mut session = session.ok_or_else(|| ApiError::account(None))?;
    confirm_password(&user, body.password, "/password").await?;
    session.authenticated_at = Some(now);
    if !user.totp_enabled() {
        sessions.confirm(&session, now).await?;
        return Ok(NoContent);
    }
    let used = second_factor(app, &mut user, body.code.as_deref(), &client).await?;
    // The code is used up in the transaction that counts it: of two at once, one is taken.
    sessions.confirm_with(&session, &user, used.as_ref(), now).await?;
    Ok(NoContent)
}

/// Takes the code; a recovery code that was used leaves a line of activity.
async fn second_factor(
    app: &App,
    user: &mut Stored<UserRecord>,
    code: Option<&str>,
    client: &Cookies,
) -> Result<Option<ActivityRecord>, ApiError> {
    let code = code.filter(|code| !code.trim().is_empty());
    let code = code.ok_or_else(|| {
        let message = "Enter the code that your authenticator app shows.";
        ApiError::invalid_field("/code", "required", message)
    })?;
    match factor::try_at_login(app, user, code)? {
        Some(factor::Shown::App) => Ok(None),
        Some(factor::Shown::Recovery) => {
            let kind = ActivityKind::RecoveryCodeUsed;
            session::activity(user.id, kind, client, app.now()).map(Some)
        }
        None => {
            factor::count_wrong(app, user, client).await?;
            Err(wrong_code())
        }
    }
}

//! `POST /v1/auth/login`.

use crate::attempt::Shown;
use crate::device;
use crate::factor;
use crate::session::{self, SignedIn};
use proconnect_auth::{verify_nothing, verify_password};
use proconnect_domain::{ActivityKind, Email, UserId, UserStatus};
use proconnect_http::{ApiError, Body, Cookies, ErrorCode};
use proconnect_rules::{
    in_use,
    limits::{self, LOGIN, LOGIN_KNOWN, Tries},
};
use proconnect_runtime::{App, Function};
use proconnect_store::{AttemptRecord, StoreError, Stored, UserRecord};
use schemars::JsonSchema;
use serde::Deserialize;

/// Anybody: signs in.
pub const FUNCTION: Function = proconnect_runtime::http!(POST "/v1/auth/login", handle, memory = 1024);

/// Address and password, and the second factor where it is on.
#[derive(Deserialize, JsonSchema)]
pub struct Login {
    /// Address.
    #[schemars(example = &"ada@example.com")]
    email: String,
    /// Password.
    #[schemars(example = &"a long pass phrase")]
    password: String,
    /// Six digits of the authenticator app, or a recovery code; asked for with 401 `totp_required`.
    #[serde(default)]
    code: Option<String>,
}

/// Signs in. An unknown address and a wrong password get the same answer after the same time.
pub async fn handle(app: &App, client: Cookies, Body(body): Body<Login>) -> Result<SignedIn, ApiError> {
    let email = Email::parse(&body.email).ok();
    let tries = counted(app, &client, email.as_ref()).await?;
    let found = match &email {
        Some(email) => find(app, &client, email).await?,
        None => Found::Nobody,
    };
    let id = found.account();
    if let Some(signed_in) = attempt(app, &client, &body, found, &tries).await? {
        return Ok(signed_in);
    }
    // The index was behind, or the account changed meanwhile: once more, with what the table says.
    let found = match id {
        Some(id) => app.store.users().get(id).await?,
        None => None,
    };
    let found = found.map_or(Found::Nobody, |user| Found::Account(Box::new(user)));
    let again = attempt(app, &client, &body, found, &tries).await?;
    again.ok_or_else(|| ApiError::of(ErrorCode::Conflict))
}

/// Counts the try; a browser that has logged in to the account before has tries of its own, apart from those of strangers.
async fn counted(app: &App, client: &Cookies, email: Option<&Email>) -> Result<Tries, ApiError> {
    // What is no address is nobody's: such tries share one bucket.
    let Some(email) = email else {
        return limits::tries(app, &LOGIN, &client.address, "none").await;
    };
    match device::known(app, client, email)? {
        Some(device) => limits::tries(app, &LOGIN_KNOWN, &client.address, device.id()).await,
        None => limits::tries(app, &LOGIN, &client.address, email.as_str()).await,
    }
}

/// Who may be logging in.
enum Found {
    /// The account with the address.
    Account(Box<Stored<UserRecord>>),
    /// Nobody has it, and this browser has begun a registration that waits for its code.
    Waiting(Box<AttemptRecord>),
    /// Neither.
    Nobody,
}

impl Found {
    fn account(&self) -> Option<UserId> {
        match self {
            Found::Account(user) => Some(user.id),
            Found::Waiting(_) | Found::Nobody => None,
        }
    }

    fn password_hash(&self) -> Option<String> {
        match self {
            Found::Account(user) if user.status != UserStatus::Deleted => Some(user.password_hash.clone()),
            Found::Waiting(attempt) => Some(attempt.password_hash.clone()),
            Found::Account(_) | Found::Nobody => None,
        }
    }
}

async fn find(app: &App, client: &Cookies, email: &Email) -> Result<Found, ApiError> {
    let shown = Shown::by(client);
    let claimants = app.store.registrations().at(email, shown.token.as_ref()).await?;
    let waiting = shown.of(&claimants, app.now()).cloned();
    Ok(match (claimants.account, waiting) {
        (Some(user), _) => Found::Account(Box::new(user)),
        (None, Some(attempt)) => Found::Waiting(Box::new(attempt.into_inner())),
        (None, None) => Found::Nobody,
    })
}

/// Checks what was given against an account as it was read, and opens a session; `None` when the account is another by
/// now.
async fn attempt(
    app: &App,
    client: &Cookies,
    body: &Login,
    found: Found,
    tries: &Tries,
) -> Result<Option<SignedIn>, ApiError> {
    // Only who knows the password learns the state of the account.
    let mut user = with_password(app, body, found).await?;
    in_use(user.status).map_err(|error| error.about(user.id))?;
    let Some(kind) = second_factor(app, &mut user, client, body).await? else {
        return Ok(None);
    };
    let now = app.now();
    let activity = session::activity(user.id, kind, client, now)?;
    let (session, token) = session::new(app, &user, client.clone())?;
    let opened = if user.totp_enabled() {
        // The code is used up in the transaction that opens the session: of two at once, one gets in.
        let users = app.store.users();
        users
            .open_with_code(&user, &session, &activity, tries.in_table(), now)
            .await
    } else {
        let sessions = app.store.sessions();
        sessions
            .open(&user, &session, &activity, tries.in_table(), now)
            .await
    };
    match opened {
        Ok(()) => {
            limits::forget_cached(app, tries).await;
            let known = device::remembered(app, client, &user.email)?;
            Ok(Some(session::signed_in(app, &user, &session, &token)?.and(known)))
        }
        Err(StoreError::Stale(_)) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// One hash is computed, whoever was found: the time of the answer gives nothing away.
async fn with_password(app: &App, body: &Login, found: Found) -> Result<Stored<UserRecord>, ApiError> {
    let password = body.password.clone();
    let good = match found.password_hash() {
        Some(hash) => verify_password(password, hash).await,
        None => verify_nothing(password, app.config.password_cost).await,
    };
    let refused = || ApiError::of(ErrorCode::InvalidCredentials);
    match found {
        Found::Account(user) if !matches!(good, Ok(true)) => Err(refused().about(user.id)),
        _ if !matches!(good, Ok(true)) => Err(refused()),
        Found::Account(user) => Ok(*user),
        Found::Waiting(_) => Err(ApiError::of(ErrorCode::EmailNotVerified)),
        Found::Nobody => Err(refused()),
    }
}

/// Takes the code, where one is asked for; what the activity then says. `None` when a wrong code could not be counted,
/// since the account is another by now.
async fn second_factor(
    app: &App,
    user: &mut Stored<UserRecord>,
    client: &Cookies,
    body: &Login,
) -> Result<Option<ActivityKind>, ApiError> {
    if !user.totp_enabled() {
        return Ok(Some(ActivityKind::SignedIn));
    }
    let code = body.code.as_deref().filter(|code| !code.trim().is_empty());
    let code = code.ok_or_else(|| ApiError::of(ErrorCode::TotpRequired))?;
    match factor::try_at_login(app, user, code)? {
        Some(factor::Shown::Recovery) => Ok(Some(ActivityKind::RecoveryCodeUsed)),
        Some(factor::Shown::App) => Ok(Some(ActivityKind::SignedIn)),
        None => match factor::count_wrong(app, user, client).await {
            Ok(()) => Err(ApiError::of(ErrorCode::InvalidTotp).about(user.id)),
            Err(StoreError::Stale(_)) => Ok(None),
            Err(error) => Err(error.into()),
        },
    }
}

//! Who may still do what only an account in use, by a session that stands, may do.

use proconnect_domain::{Timestamp, UserStatus};
use proconnect_http::{ApiError, Caller, ErrorCode};
use proconnect_runtime::App;
use proconnect_store::{SessionRecord, Stored, UserRecord};

/// The caller's account, strongly consistent, if it is in use and their session stands. An access token outlives what
/// happens to either by up to 15 minutes, so whatever issues tokens, changes the account or calls somebody else before
/// it writes asks here first. What is written is refused by its transaction in any case.
pub async fn active_user(app: &App, caller: &Caller) -> Result<Stored<UserRecord>, ApiError> {
    Ok(user_by_session(app, caller).await?.0)
}

/// The same, for what is dangerous: the person has shown who they are in the last quarter of an hour (ASVS 5.0, 7.5.1).
pub async fn confirmed_user(app: &App, caller: &Caller) -> Result<Stored<UserRecord>, ApiError> {
    let (user, confirmed) = user_by_session(app, caller).await?;
    if confirmed { Ok(user) } else { Err(unconfirmed()) }
}

/// The same, where the call shows the password: that is all there is to show, unless there is a second factor.
pub async fn user_with_password(app: &App, caller: &Caller) -> Result<Stored<UserRecord>, ApiError> {
    let (user, confirmed) = user_by_session(app, caller).await?;
    if confirmed || !user.totp_enabled() {
        Ok(user)
    } else {
        Err(unconfirmed())
    }
}

/// The caller's account, if it is in use and their session stands; and whether they showed lately who they are.
async fn user_by_session(app: &App, caller: &Caller) -> Result<(Stored<UserRecord>, bool), ApiError> {
    let (user, session) = app
        .store
        .sessions()
        .seen(caller.user_id, caller.session_id)
        .await?;
    let user = user.ok_or_else(|| ApiError::account(None))?;
    in_use(user.status)?;
    let now = app.now();
    stands(&user, session.as_deref(), now)?;
    let confirmed = session.is_some_and(|session| session.is_confirmed(now));
    Ok((user, confirmed))
}

/// The caller's account, strongly consistent, unless they have left or their session has ended: who is suspended may
/// still take their data with them, and see where they are signed in.
pub async fn present_user(app: &App, caller: &Caller) -> Result<Stored<UserRecord>, ApiError> {
    let (user, session) = app
        .store
        .sessions()
        .seen(caller.user_id, caller.session_id)
        .await?;
    let user = user.ok_or_else(|| ApiError::account(None))?;
    if !user.is_present() {
        return Err(ApiError::account(Some(user.status)));
    }
    stands(&user, session.as_deref(), app.now())?;
    Ok(user)
}

fn unconfirmed() -> ApiError {
    let detail = "It's been a while since you logged in. Confirm that it's you, and try again.";
    ApiError::new(ErrorCode::ReauthenticationRequired, detail)
}

/// Refuses a session that has ended: by itself, together with others, or because its time is up.
pub fn stands(user: &UserRecord, session: Option<&SessionRecord>, now: Timestamp) -> Result<(), ApiError> {
    session
        .filter(|session| user.honours(session) && !session.is_over(now))
        .map(|_| ())
        .ok_or_else(|| ApiError::of(ErrorCode::SessionEnded))
}

/// Refuses an account that is not in use.
pub fn in_use(status: UserStatus) -> Result<(), ApiError> {
    match status {
        UserStatus::Active => Ok(()),
        status => Err(ApiError::account(Some(status))),
    }
}

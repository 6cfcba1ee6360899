//! The second factor at log-in and wherever it is changed.

use proconnect_auth::verify_password;
use proconnect_domain::{ActivityKind, Password, Validator};
use proconnect_events::Fact;
use proconnect_http::{ApiError, Cookies, ErrorCode};
use proconnect_runtime::App;
use proconnect_store::{ActivityRecord, StoreError, Stored, UserRecord};

/// Which kind of code was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shown {
    /// One of the app's.
    App,
    /// A recovery code, now used up.
    Recovery,
}

/// Takes a code of the app or a recovery code. The caller must store the record: each code is good once.
pub(crate) fn take(app: &App, user: &mut UserRecord, code: &str) -> Result<Option<Shown>, ApiError> {
    let id = user.id;
    let Some(factor) = &mut user.second_factor else {
        return Ok(None);
    };
    if factor.take(code, app.now()).map_err(ApiError::internal)? {
        return Ok(Some(Shown::App));
    }
    let recovery = factor.take_recovery(app.code_secret()?, id, code);
    Ok(recovery.then_some(Shown::Recovery))
}

/// The same after the password at log-in; 429 while too many were wrong. Whoever gets this far has the password, so their tries
/// are counted by account: a bucket that strangers cannot drain.
pub(crate) fn try_at_login(app: &App, user: &mut UserRecord, code: &str) -> Result<Option<Shown>, ApiError> {
    if let Some(Err(wait)) = user
        .second_factor
        .as_ref()
        .map(|factor| factor.may_try(app.now()))
    {
        return Err(ApiError::limited(wait));
    }
    let shown = take(app, user, code)?;
    if let (Some(_), Some(factor)) = (shown, &mut user.second_factor) {
        factor.clear_wrong();
    }
    Ok(shown)
}

/// Records a wrong code after a right password. The owner sees it, and is told by mail when there are several in
/// a row: somebody else may have the password.
pub(crate) async fn count_wrong(
    app: &App,
    user: &mut Stored<UserRecord>,
    client: &Cookies,
) -> Result<(), StoreError> {
    let now = app.now();
    let id = user.id;
    let tell = user
        .second_factor
        .as_mut()
        .is_some_and(|factor| factor.count_wrong(now));
    let kind = ActivityKind::SecondFactorRefused;
    let activity = ActivityRecord::new(id, kind, &client.address, &client.user_agent, now)?;
    let guessed = tell.then_some(Fact::SecondFactorGuessed { user_id: id });
    app.store.users().secure(user, &activity, guessed, now).await
}

/// The password of somebody who is signed in, asked for again before something that matters; 422 when it is wrong.
pub(crate) async fn confirm_password(
    user: &UserRecord,
    password: String,
    pointer: &str,
) -> Result<(), ApiError> {
    let good = verify_password(password, user.password_hash.clone())
        .await
        .map_err(ApiError::internal)?;
    if good {
        Ok(())
    } else {
        Err(ApiError::invalid_field(
            pointer,
            "wrong_password",
            "This is not your password.",
        ))
    }
}

/// Refuses a new password that contains its owner's name or address: those are the first to be tried.
pub(crate) fn personal(password: &Password, user: &UserRecord) -> Result<(), ApiError> {
    let mut errors = Validator::new();
    let checked = errors.field("/password", password.not_about(&user.email, &user.name));
    Ok(errors.finish(checked)?)
}

/// Refuses a code that is wrong: it is one field of the form that asks for it.
pub(crate) fn wrong_code() -> ApiError {
    ApiError::new(ErrorCode::InvalidCode, "The code is wrong.")
}

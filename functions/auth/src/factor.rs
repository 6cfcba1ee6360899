//! The second factor at log-in and wherever it is changed.

use proconnect_auth::verify_password;
use proconnect_http::{ApiError, ErrorCode};
use proconnect_runtime::App;
use proconnect_store::UserRecord;

/// Which code was shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shown {
    /// One of the app's.
    App,
    /// A recovery code, gone now.
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

/// Refuses a code that is wrong: it is one field of the form that asks for it.
pub(crate) fn wrong_code() -> ApiError {
    ApiError::of(ErrorCode::InvalidCode)
}

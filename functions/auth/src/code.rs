//! One-time codes for new accounts.

use proconnect_auth::{OneTimeCode, random_code};
use proconnect_domain::UserId;
use proconnect_http::ApiError;
use proconnect_runtime::App;

/// A code for one purpose serves no other.
pub(crate) const PURPOSE: &str = "verify-email";

/// A fresh code: the digits for the mail, and what is stored of them.
pub(crate) fn make(app: &App, user: UserId) -> Result<(String, OneTimeCode), ApiError> {
    let code = random_code().map_err(ApiError::internal)?;
    let stored = OneTimeCode::new(&app.config.code_secret, user, PURPOSE, &code, app.now());
    Ok((code, stored))
}

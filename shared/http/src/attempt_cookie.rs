//! The cookie by which a browser shows that it began a registration.

use crate::refresh_cookie::strict_cookie;
use std::time::Duration;

/// The cookie's name.
pub const ATTEMPT_COOKIE: &str = "registration";

/// The whole `Set-Cookie` value. `secure` wherever the SPA is served over TLS.
pub fn attempt_cookie(token: &str, life: Duration, secure: bool) -> String {
    strict_cookie(ATTEMPT_COOKIE, token, life, secure)
}

/// Makes the browser forget it.
pub fn no_attempt_cookie(secure: bool) -> String {
    attempt_cookie("", Duration::ZERO, secure)
}

//! The cookie that carries the refresh token: set where sessions are opened, cleared wherever they end.

use cookie::{Cookie, SameSite, time::Duration};

/// The cookie's name.
pub const REFRESH_COOKIE: &str = "refresh_token";
/// The cookie goes only where it is needed.
const PATH: &str = "/v1/auth";

/// The whole `Set-Cookie` value. `secure` wherever the SPA is served over TLS.
pub fn refresh_cookie(token: &str, life: std::time::Duration, secure: bool) -> String {
    strict_cookie(REFRESH_COOKIE, token, life, secure)
}

/// A cookie that no script reads and no other site sends, for the functions that sign somebody in alone.
pub(crate) fn strict_cookie(name: &str, value: &str, life: std::time::Duration, secure: bool) -> String {
    let life = Duration::seconds(i64::try_from(life.as_secs()).unwrap_or(i64::MAX));
    Cookie::build((name, value))
        .path(PATH)
        .http_only(true)
        .same_site(SameSite::Strict)
        .secure(secure)
        .max_age(life)
        .build()
        .to_string()
}

/// Makes the browser forget the refresh token.
pub fn no_refresh_cookie(secure: bool) -> String {
    refresh_cookie("", std::time::Duration::ZERO, secure)
}

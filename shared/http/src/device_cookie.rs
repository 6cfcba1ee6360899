//! The cookie by which a browser shows that it has logged in to an account before.

use crate::refresh_cookie::strict_cookie;
use std::time::Duration;

/// The cookie's name.
pub const DEVICE_COOKIE: &str = "device";

/// The whole `Set-Cookie` value. `secure` wherever the SPA is served over TLS.
pub fn device_cookie(device: &str, life: Duration, secure: bool) -> String {
    strict_cookie(DEVICE_COOKIE, device, life, secure)
}

//! Browsers that have logged in to an account before.

use proconnect_auth::{DEVICE_LIFE, Device};
use proconnect_domain::Email;
use proconnect_http::{ApiError, Cookies, DEVICE_COOKIE, device_cookie};
use proconnect_runtime::App;

/// The browser, if it shows that somebody has logged in there to the account with this address.
pub(crate) fn known(app: &App, client: &Cookies, email: &Email) -> Result<Option<Device>, ApiError> {
    let key = app.code_secret()?;
    Ok(client
        .get(DEVICE_COOKIE)
        .and_then(|shown| Device::parse(key, shown, email)))
}

/// A cookie by which it is known from now on. One that is known keeps its id, and with it what is left of its tries.
pub(crate) fn remembered(app: &App, client: &Cookies, email: &Email) -> Result<String, ApiError> {
    let device = match known(app, client, email)? {
        Some(device) => device,
        None => Device::generate(app.code_secret()?, email).map_err(ApiError::internal)?,
    };
    let secure = app.config.secure_cookies();
    Ok(device_cookie(&device.expose(), DEVICE_LIFE, secure))
}

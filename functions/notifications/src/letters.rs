//! Letters on their way to the mail service.

use proconnect_notices::{Letter, Recipient};
use proconnect_runtime::{App, HandlerError};

/// Writes a letter and hands it to the mail service.
pub(crate) async fn send(
    app: &App,
    letter: Letter<'_>,
    address: &str,
    name: Option<&str>,
) -> Result<(), HandlerError> {
    let mail = letter.render(Recipient { address, name }, &app.config.public_url)?;
    Ok(app.mailer()?.send(&mail).await?)
}

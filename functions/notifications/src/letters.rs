//! Letters on their way to the mail service.

use crate::subscription::Topic;
use proconnect_auth::UnsubscribeLink;
use proconnect_domain::Email;
use proconnect_notices::{Letter, Links, Recipient};
use proconnect_runtime::{App, HandlerError};
use proconnect_store::UserRecord;

/// Why a letter is sent.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Occasion {
    /// Its reader waits for it: they have just asked for it, and cannot go on without.
    Asked,
    /// Something has happened.
    Told,
}

/// Writes a letter and hands it to the mail service, unless its address is on the suppression list.
pub(crate) async fn send(
    app: &App,
    letter: Letter<'_>,
    occasion: Occasion,
    address: &Email,
    name: Option<&str>,
) -> Result<(), HandlerError> {
    let recipient = Recipient {
        address: address.as_str(),
        name,
    };
    deliver(app, letter, occasion, recipient, address, None).await
}

/// The same for what somebody is told, with a link to turn such mails off if that can be.
pub(crate) async fn tell(
    app: &App,
    letter: Letter<'_>,
    user: &UserRecord,
    off: Option<Topic>,
) -> Result<(), HandlerError> {
    let recipient = Recipient {
        address: user.email.as_str(),
        name: Some(&user.name),
    };
    let token = match off {
        Some(topic) => Some(UnsubscribeLink::issue(
            app.code_secret()?,
            user.id,
            topic.word(),
            &user.email,
        )),
        None => None,
    };
    deliver(
        app,
        letter,
        Occasion::Told,
        recipient,
        &user.email,
        token.as_deref(),
    )
    .await
}

async fn deliver(
    app: &App,
    letter: Letter<'_>,
    occasion: Occasion,
    recipient: Recipient<'_>,
    address: &Email,
    unsubscribe: Option<&str>,
) -> Result<(), HandlerError> {
    let is_asked = occasion == Occasion::Asked;
    if app.store.suppressions().refuse(address, is_asked).await? {
        tracing::info!("not mailed: the address bounced or complained");
        return Ok(());
    }
    let links = Links {
        public_url: &app.config.public_url,
        unsubscribe,
    };
    let mail = letter.render(recipient, links)?;
    Ok(app.mailer()?.send(&mail).await?)
}

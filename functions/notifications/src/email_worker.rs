//! SQS: sends mails.

use crate::letters::{Occasion, send};
use crate::{account, mailing};
use proconnect_messaging::{MailDigest, MailSecret, SayFarewell};
use proconnect_notices::{Letter, Message};
use proconnect_runtime::{App, Function, HandlerError, Work};

/// Two at once, the fewest that Lambda can be held to: each sends some ten mails a second, and SES lets us send twenty.
pub const FUNCTION: Function =
    proconnect_runtime::sqs!("email", handle, worst = 5, timeout = 60, concurrency = 2);

proconnect_messaging::bodies! {
    /// What it is asked for.
    pub enum Asked {
        /// A person is told something.
        Tell(Message),
        /// A person is told what they have not read since yesterday.
        Digest(MailDigest),
        /// An address gets a secret.
        Secret(MailSecret),
        /// Somebody who has left gets the last mail.
        Farewell(SayFarewell),
    }
}

/// Sends one mail. A repeat that was sent is dropped; only dying between sending and marking sends it twice.
pub async fn handle(app: &App, work: Work<Asked>) -> Result<(), HandlerError> {
    if app.store.outbox().is_done(work.id).await? {
        return Ok(());
    }
    match work.body {
        Asked::Tell(message) => mailing::tell(app, &message).await?,
        Asked::Digest(digest) => mailing::digest(app, &digest).await?,
        Asked::Secret(secret) => account::mail(app, &secret).await?,
        Asked::Farewell(farewell) => say_farewell(app, &farewell).await?,
    }
    Ok(app.store.outbox().mark_done(work.id, app.now()).await?)
}

/// To the address that the account had: it has none any more.
async fn say_farewell(app: &App, farewell: &SayFarewell) -> Result<(), HandlerError> {
    send(
        app,
        Letter::AccountClosed,
        Occasion::Asked,
        &farewell.email,
        Some(&farewell.name),
    )
    .await
}

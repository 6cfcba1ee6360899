//! Secrets that are mailed to an address that somebody named: whether there is an account behind it, or a registration that
//! waits, is found out here. They are made on their way out: no queue and no outbox record ever holds one.
//!
//! An address can be named by anybody, so it gets a handful of such mails a day and no more, whatever is asked for; who
//! asked learns nothing of it.

use crate::letters::{Occasion, send};
use proconnect_auth::{OneTimeCode, ResetToken, ShownAttempt, VERIFY_EMAIL};
use proconnect_domain::{Email, UserId};
use proconnect_messaging::MailSecret;
use proconnect_notices::Letter;
use proconnect_runtime::{App, HandlerError};
use proconnect_store::{AttemptRecord, Stored, UserRecord};

/// Makes the secret, stores its hash, and mails it. A repeat makes another, and both are good.
pub(crate) async fn mail(app: &App, secret: &MailSecret) -> Result<(), HandlerError> {
    match secret {
        MailSecret::FirstCode { to } => first_code(app, *to).await,
        MailSecret::ResendCode {
            email,
            attempt,
            holder,
            network,
        } => {
            let shown = attempt.zip(holder.clone());
            let shown = shown.map(|(id, hash)| ShownAttempt::new(id, hash));
            another_code(app, email, shown.as_ref(), network.as_deref()).await
        }
        MailSecret::ResetPassword { email, asked } => match app.store.users().by_email(email).await? {
            Some(user) => link(app, user, *asked).await,
            None => Ok(()),
        },
    }
}

async fn first_code(app: &App, to: UserId) -> Result<(), HandlerError> {
    let waiting = app.store.registrations().get(to).await?;
    let Some(attempt) = waiting.filter(|attempt| app.now() < attempt.expires_at) else {
        // It has become an account, or another one for its address has.
        return Ok(());
    };
    match app.store.users().holder(&attempt.email).await? {
        None => code(app, attempt).await,
        Some(holder) => match app.store.users().get(holder).await? {
            Some(user) => reminder(app, &user).await,
            None => Ok(()),
        },
    }
}

/// Who waits for a code that is not needed must not wait for ever.
async fn another_code(
    app: &App,
    email: &Email,
    shown: Option<&ShownAttempt>,
    network: Option<&str>,
) -> Result<(), HandlerError> {
    let registrations = app.store.registrations();
    let claimants = registrations.at(email, shown).await?;
    if let Some(user) = &claimants.account {
        return reminder(app, user).await;
    }
    match claimants.held(shown, network, app.now()) {
        Some(attempt) => code(app, attempt.clone()).await,
        None => Ok(()),
    }
}

async fn code(app: &App, mut attempt: Stored<AttemptRecord>) -> Result<(), HandlerError> {
    let now = app.now();
    let (code, stored) = OneTimeCode::issue(app.code_secret()?, attempt.id, VERIFY_EMAIL, now)?;
    attempt.code = Some(stored.after(attempt.code.take(), now));
    if !app.store.registrations().send_code(&attempt, now).await? {
        return Ok(());
    }
    let letter = Letter::VerifyEmail { code: &code };
    send(app, letter, Occasion::Asked, &attempt.email, None).await
}

async fn link(app: &App, mut user: Stored<UserRecord>, asked: bool) -> Result<(), HandlerError> {
    let now = app.now();
    let token = ResetToken::generate(user.id)?;
    user.reset = Some(token.stored(user.reset.take(), now));
    if !app.store.registrations().send_link(&user, asked, now).await? {
        return Ok(());
    }
    let token = token.expose();
    let letter = Letter::ResetPassword { token: &token };
    send(app, letter, Occasion::Asked, &user.email, Some(&user.name)).await
}

async fn reminder(app: &App, user: &UserRecord) -> Result<(), HandlerError> {
    let registrations = app.store.registrations();
    if !registrations.send_reminder(&user.email, app.now()).await? {
        return Ok(());
    }
    let letter = Letter::AccountExists;
    send(app, letter, Occasion::Told, &user.email, Some(&user.name)).await
}

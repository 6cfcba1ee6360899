//! Secrets that are mailed to an address, if there is an account behind it. They are made here, on their way out: no
//! queue and no outbox record ever holds one.

use crate::letters::send;
use proconnect_auth::{OneTimeCode, ResetToken, VERIFY_EMAIL};
use proconnect_domain::UserStatus;
use proconnect_messaging::MailSecret;
use proconnect_notices::{Letter, account_exists};
use proconnect_runtime::{App, HandlerError};
use proconnect_store::{Stored, UserRecord};

/// Makes the secret, stores its hash, and mails it. A repeat makes another, and both are good.
pub(crate) async fn mail(app: &App, secret: MailSecret) -> Result<(), HandlerError> {
    let users = app.store.users();
    let found = match &secret {
        // An account of this very moment may not show in the index yet.
        MailSecret::FirstCode { to } => users.get(*to).await?,
        MailSecret::ResendCode { email } | MailSecret::ResetPassword { email } => {
            users.by_email(email).await?
        }
    };
    let Some(mut user) = found.filter(|user| user.status != UserStatus::Deleted) else {
        return Ok(());
    };
    let pending = user.status == UserStatus::PendingVerification;
    match secret {
        MailSecret::FirstCode { .. } if !pending => Ok(()),
        MailSecret::FirstCode { .. } => code(app, &mut user).await,
        MailSecret::ResendCode { .. } if pending => code(app, &mut user).await,
        // Who waits for a code that is not needed must not wait for ever.
        MailSecret::ResendCode { .. } => {
            let message = account_exists(user.id);
            send(app, message.letter(), user.email.as_str(), &user.name).await
        }
        MailSecret::ResetPassword { .. } => link(app, &mut user).await,
    }
}

async fn code(app: &App, user: &mut Stored<UserRecord>) -> Result<(), HandlerError> {
    let now = app.now();
    let (code, stored) = OneTimeCode::issue(app.code_secret()?, user.id, VERIFY_EMAIL, now)?;
    user.code = Some(stored.after(user.code.take(), now));
    app.store.users().update(user, now).await?;
    let letter = Letter::VerifyEmail { code: &code };
    send(app, letter, user.email.as_str(), &user.name).await
}

async fn link(app: &App, user: &mut Stored<UserRecord>) -> Result<(), HandlerError> {
    let now = app.now();
    let token = ResetToken::generate(user.id)?;
    user.reset = Some(token.stored(user.reset.take(), now));
    app.store.users().update(user, now).await?;
    let token = token.expose();
    let letter = Letter::ResetPassword { token: &token };
    send(app, letter, user.email.as_str(), &user.name).await
}

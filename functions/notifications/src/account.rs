//! Secrets that are mailed to an address, if there is an account behind it. They are made here, on their way out: no
//! queue and no outbox record ever holds one.

use proconnect_auth::{OneTimeCode, ResetToken, VERIFY_EMAIL};
use proconnect_domain::UserStatus;
use proconnect_messaging::{AccountJob, Link, Template};
use proconnect_runtime::{App, HandlerError};
use proconnect_store::{Stored, UserRecord};

/// Makes the secret, stores its hash, and mails it. A repeat makes another, and both are good.
pub(crate) async fn mail(app: &App, job: AccountJob) -> Result<(), HandlerError> {
    let users = app.store.users();
    let found = match &job {
        // An account of this very moment may not show in the index yet.
        AccountJob::FirstCode { to } => users.get(*to).await?,
        AccountJob::ResendCode { email } | AccountJob::ResetPassword { email } => {
            users.by_email(email).await?
        }
    };
    let Some(mut user) = found.filter(|user| user.status != UserStatus::Deleted) else {
        return Ok(());
    };
    let pending = user.status == UserStatus::PendingVerification;
    let template = match job {
        AccountJob::FirstCode { .. } if !pending => return Ok(()),
        AccountJob::FirstCode { .. } => code(app, &mut user).await?,
        AccountJob::ResendCode { .. } if pending => code(app, &mut user).await?,
        // Who waits for a code that is not needed must not wait for ever.
        AccountJob::ResendCode { .. } => Template::AccountExists {
            link: Link("/forgot-password".to_owned()),
        },
        AccountJob::ResetPassword { .. } => link(app, &mut user).await?,
    };
    let mail = template.render(user.email.as_str(), &user.name, &app.config.public_url);
    Ok(app.mailer()?.send(&mail).await?)
}

async fn code(app: &App, user: &mut Stored<UserRecord>) -> Result<Template, HandlerError> {
    let now = app.now();
    let (code, stored) = OneTimeCode::issue(app.code_secret()?, user.id, VERIFY_EMAIL, now)?;
    user.code = Some(stored.after(user.code.take(), now));
    app.store.users().update(user, None, now).await?;
    Ok(Template::VerifyEmail { code })
}

async fn link(app: &App, user: &mut Stored<UserRecord>) -> Result<Template, HandlerError> {
    let now = app.now();
    let token = ResetToken::generate(user.id)?;
    user.reset = Some(token.stored(user.reset.take(), now));
    app.store.users().update(user, None, now).await?;
    Ok(Template::ResetPassword {
        link: Link(format!("/reset-password#token={}", token.expose())),
    })
}

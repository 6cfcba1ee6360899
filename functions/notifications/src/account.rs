//! Secrets that are mailed to an address, if there is an account behind it. They are made here, on their way out: no
//! queue and no outbox record ever holds one.

use proconnect_auth::{OneTimeCode, ResetToken, VERIFY_EMAIL};
use proconnect_domain::UserStatus;
use proconnect_messaging::{AccountJob, Link, Template};
use proconnect_runtime::{App, HandlerError};

/// Makes the secret, stores its hash, and mails it. A repeat makes another; the newest is good.
pub(crate) async fn mail(app: &App, job: AccountJob) -> Result<(), HandlerError> {
    let (AccountJob::ResendCode { email } | AccountJob::ResetPassword { email }) = &job;
    let Some(mut user) = app.store.users().by_email(email).await? else {
        return Ok(());
    };
    let now = app.now();
    let template = match job {
        AccountJob::ResendCode { .. } if user.status == UserStatus::PendingVerification => {
            let (code, stored) = OneTimeCode::issue(app.code_secret()?, user.id, VERIFY_EMAIL, now)?;
            user.code = Some(stored);
            Template::VerifyEmail { code }
        }
        AccountJob::ResetPassword { .. } if user.status != UserStatus::Deleted => {
            let token = ResetToken::generate(user.id)?;
            user.reset = Some(token.stored(now));
            Template::ResetPassword {
                link: Link(format!("/reset-password#token={}", token.expose())),
            }
        }
        _ => return Ok(()),
    };
    app.store.users().update(&user, None, now).await?;
    let mail = template.render(user.email.as_str(), &user.name, &app.config.public_url);
    Ok(app.mailer()?.send(&mail).await?)
}

//! SQS: sends mails.

use crate::account;
use proconnect_domain::UserStatus;
use proconnect_messaging::{EmailJob, FarewellJob, MailJob, Template};
use proconnect_runtime::{App, Function, HandlerError, Message};

pub const FUNCTION: Function = proconnect_runtime::sqs!("email", handle);

/// Sends one mail. A repeat that was sent is dropped; only dying between sending and marking sends it twice.
pub async fn handle(app: &App, message: Message) -> Result<(), HandlerError> {
    let (envelope, job): (_, MailJob) = message.job()?;
    if app.store.outbox().is_done(envelope.id).await? {
        return Ok(());
    }
    match job {
        MailJob::Email(job) => person(app, job).await?,
        MailJob::Account(job) => account::mail(app, job).await?,
        MailJob::Farewell(job) => farewell(app, job).await?,
    }
    Ok(app.store.outbox().mark_done(envelope.id, app.now()).await?)
}

/// A mail to a person who is still there.
async fn person(app: &App, job: EmailJob) -> Result<(), HandlerError> {
    let Some(user) = app.store.users().get(job.to).await? else {
        return Err(format!("{} is nobody that we know", job.to).into());
    };
    if user.status != UserStatus::Deleted {
        let mail = job
            .template
            .render(user.email.as_str(), &user.name, &app.config.public_url);
        app.mailer()?.send(&mail).await?;
    }
    Ok(())
}

/// To the address that the account had: it has none any more.
async fn farewell(app: &App, job: FarewellJob) -> Result<(), HandlerError> {
    let mail = Template::AccountClosed.render(job.email.as_str(), &job.name, &app.config.public_url);
    Ok(app.mailer()?.send(&mail).await?)
}

//! SQS: stops mail to addresses that bounce or complain, as SES reports them.
//!
//! At least once and in any order: a report has an id, and the same one again changes nothing. An operator puts
//! `{"lift": "<address>"}` into the same queue to let an address have mail again.

use proconnect_domain::{Email, MailStop};
use proconnect_runtime::{App, Function, HandlerError, Message};
use serde::Deserialize;

pub const FUNCTION: Function = proconnect_runtime::sqs!("mail-events", handle);

/// What lies in the queue.
#[derive(Deserialize)]
#[serde(untagged)]
enum Told {
    /// An operator's word.
    Lift { lift: Email },
    /// An event of SES, as it comes over the event bus.
    Reported { detail: Detail },
}

/// What SES publishes (developer guide, "Contents of event data"), as far as it is looked at.
#[derive(Deserialize)]
struct Detail {
    bounce: Option<Bounce>,
    complaint: Option<Complaint>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Bounce {
    bounce_type: String,
    feedback_id: String,
    bounced_recipients: Vec<Recipient>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Complaint {
    feedback_id: String,
    complained_recipients: Vec<Recipient>,
    #[serde(default)]
    complaint_feedback_type: Option<String>,
    #[serde(default)]
    complaint_sub_type: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Recipient {
    email_address: Email,
}

/// Notes what is reported for good. A full mailbox or a server that is down is none of it: SES has tried for hours, and the
/// next mail may arrive.
pub async fn handle(app: &App, message: Message) -> Result<(), HandlerError> {
    let detail = match serde_json::from_str(&message.body)? {
        Told::Lift { lift } => return self::lift(app, &lift).await,
        Told::Reported { detail } => detail,
    };
    match (detail.bounce, detail.complaint) {
        (Some(bounce), _) if bounce.bounce_type == "Permanent" => {
            let recipients = &bounce.bounced_recipients;
            stop(app, recipients, MailStop::Bounced, &bounce.feedback_id).await
        }
        (None, Some(complaint)) if complaint.is_meant() => {
            let recipients = &complaint.complained_recipients;
            stop(app, recipients, MailStop::Complained, &complaint.feedback_id).await
        }
        _ => Ok(()),
    }
}

impl Complaint {
    /// Not a provider's word that it was no spam after all, nor SES's own refusal to send (it has a sub-type).
    fn is_meant(&self) -> bool {
        self.complaint_feedback_type.as_deref() != Some("not-spam") && self.complaint_sub_type.is_none()
    }
}

async fn stop(app: &App, recipients: &[Recipient], why: MailStop, report: &str) -> Result<(), HandlerError> {
    for recipient in recipients {
        let list = app.store.suppressions();
        if list
            .report(&recipient.email_address, why, report, app.now())
            .await?
        {
            tracing::warn!(?why, report, "an address gets no more mail");
        }
    }
    Ok(())
}

async fn lift(app: &App, email: &Email) -> Result<(), HandlerError> {
    let lifted = app.store.suppressions().lift(email, app.now()).await?;
    tracing::info!(lifted, "an operator let an address have mail again");
    Ok(())
}

//! SQS: tells people of what has happened, by mail and over their open connections, and closes those of ended sessions.

use crate::{connections, context};
use proconnect_events::Event;
use proconnect_messaging::{CloseConnections, Envelope, derived};
use proconnect_notices::{Message, Notice, needs, plan};
use proconnect_runtime::{App, Function, HandlerError, Work};
use std::collections::BTreeMap;

pub const FUNCTION: Function = proconnect_runtime::sqs!("notifications", handle, worst = 2, timeout = 30);

proconnect_messaging::bodies! {
    /// What it is asked for.
    pub enum Asked {
        /// Something has happened.
        Tell(Event),
        /// Sessions have ended.
        Close(CloseConnections),
    }
}

/// Does one message. A repeat does no harm: mails are told apart by their ids, a frame only says again what is.
pub async fn handle(app: &App, work: Work<Asked>) -> Result<(), HandlerError> {
    match work.body {
        Asked::Tell(event) => tell(app, &event).await,
        Asked::Close(close) => connections::close(app, &close).await,
    }
}

async fn tell(app: &App, event: &Event) -> Result<(), HandlerError> {
    let context = context::load(app, &needs(&event.fact)).await?;
    // Nobody has chosen anything yet.
    let notices = plan(&event.fact, &context, &BTreeMap::new())?;
    send_mails(app, event, &notices).await?;
    for notice in &notices {
        if let Notice::Live { to, live } = notice {
            connections::tell(app, *to, *live).await?;
        }
    }
    Ok(())
}

/// Hands mails to their own worker, which waits for the mail service and remembers what it has sent.
async fn send_mails(app: &App, event: &Event, notices: &[Notice]) -> Result<(), HandlerError> {
    let mails = notices.iter().filter_map(|notice| match notice {
        Notice::Message(message) if message.mail => Some(envelope(event, message)),
        Notice::Message(_) | Notice::Live { .. } => None,
    });
    let mails = mails.collect::<Result<Vec<_>, _>>()?;
    if mails.is_empty() {
        return Ok(());
    }
    let sent = app.queue()?.send(&mails).await;
    Ok(sent.into_iter().collect::<Result<(), _>>()?)
}

/// A mail's id follows from its event, its recipient and what it says: told again, it is the same mail.
fn envelope(event: &Event, message: &Message) -> Result<Envelope, serde_json::Error> {
    use proconnect_domain::TypedId as _;
    let what = format!("mail-{}-{}", message.to, message.template.name());
    let id = derived(event.id.ulid(), &what);
    Envelope::new(id, message, event.cause.clone(), event.actor)
}

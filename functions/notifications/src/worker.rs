//! SQS: tells people of what has happened, by mail and over their open connections, and closes those of ended sessions.

use crate::{connections, context, missed, preferences, telling};
use proconnect_domain::UserId;
use proconnect_events::Event;
use proconnect_messaging::{CloseConnections, Envelope, LookAtRoom, derived};
use proconnect_notices::{Message, Notice, needs, plan};
use proconnect_runtime::{App, Function, HandlerError, Work};
use std::collections::{BTreeMap, BTreeSet};

pub const FUNCTION: Function = proconnect_runtime::sqs!("notifications", handle, worst = 2, timeout = 30);

proconnect_messaging::bodies! {
    /// What it is asked for.
    pub enum Asked {
        /// Something has happened.
        Tell(Event),
        /// Sessions have ended.
        Close(CloseConnections),
        /// Somebody may have missed something.
        Look(LookAtRoom),
    }
}

/// Does one message. A repeat does no harm: notices and mails are told apart by their ids, a frame only says again what is.
pub async fn handle(app: &App, work: Work<Asked>) -> Result<(), HandlerError> {
    match work.body {
        Asked::Tell(event) => tell(app, &event).await,
        Asked::Close(close) => connections::close(app, &close).await,
        Asked::Look(look) => missed::look(app, look.room_id).await,
    }
}

async fn tell(app: &App, event: &Event) -> Result<(), HandlerError> {
    let context = context::load(app, &needs(&event.fact)).await?;
    // Who is told does not depend on what they have chosen, and is known by this.
    let everybody = plan(&event.fact, &context, &BTreeMap::new())?;
    let people: BTreeSet<UserId> = messages(&everybody).map(|message| message.to).collect();
    let people: Vec<UserId> = people.into_iter().collect();
    let known = app.store.notifications().addressees(&people).await?;
    let chosen = known
        .iter()
        .map(|(id, known)| (*id, preferences::planned(&known.preferences)));
    let mut notices = plan(&event.fact, &context, &chosen.collect())?;
    // First what is kept: whoever sees or reads of it finds it in the centre.
    let told = telling::keep(app, event, &mut notices, &known).await?;
    send_mails(app, event, &notices).await?;
    telling::show(app, told).await;
    for notice in &notices {
        if let Notice::Live { to, live } = notice {
            connections::tell(app, *to, *live).await?;
        }
    }
    Ok(())
}

fn messages(notices: &[Notice]) -> impl Iterator<Item = &Message> {
    notices.iter().filter_map(|notice| match notice {
        Notice::Message(message) => Some(message),
        Notice::Live { .. } => None,
    })
}

/// Hands mails to their own worker, which waits for the mail service and remembers what it has sent.
async fn send_mails(app: &App, event: &Event, notices: &[Notice]) -> Result<(), HandlerError> {
    let mails = messages(notices).filter(|message| message.mail);
    let mails = mails
        .map(|message| envelope(event, message))
        .collect::<Result<Vec<_>, _>>()?;
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

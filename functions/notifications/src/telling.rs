//! Notices on their way into the notification centre, and onto the pages that are open.

use crate::{connections, view};
use proconnect_api::ServerFrame;
use proconnect_domain::UserId;
use proconnect_events::Event;
use proconnect_notices::{Message, Notice, Place, Thing};
use proconnect_runtime::{App, HandlerError};
use proconnect_store::{Addressee, NotificationRecord, PlaceRecord, ThingRecord};
use std::collections::BTreeMap;

/// Something that now stands in somebody's centre, and how many of theirs are unread.
pub(crate) struct Told(NotificationRecord, u32);

/// Writes what people are told. Who has left is told nothing, nor mailed.
pub(crate) async fn keep(
    app: &App,
    event: &Event,
    notices: &mut Vec<Notice>,
    known: &BTreeMap<UserId, Addressee>,
) -> Result<Vec<Told>, HandlerError> {
    let (mut told, mut kept) = (Vec::new(), Vec::new());
    for notice in std::mem::take(notices) {
        let mut message = match notice {
            Notice::Message(message) => message,
            live @ Notice::Live { .. } => {
                kept.push(live);
                continue;
            }
        };
        let record = record(event, &message)?;
        message.notice = Some(record.id);
        let inbox = known.get(&message.to).and_then(|known| known.inbox.as_ref());
        let noted = app.store.notifications().note(record, inbox, app.now()).await?;
        if let Some((record, unread)) = noted {
            told.push(Told(record, unread));
            kept.push(Notice::Message(message));
        }
    }
    *notices = kept;
    Ok(told)
}

/// Shows it on the pages that are open.
pub(crate) async fn show(app: &App, told: Vec<Told>) {
    for Told(record, unread_count) in told {
        let to = record.user_id;
        let notification = view::fresh(record);
        let frame = ServerFrame::Notification {
            notification,
            unread_count,
        };
        connections::show(app, to, &frame).await;
    }
}

fn record(event: &Event, message: &Message) -> Result<NotificationRecord, HandlerError> {
    use proconnect_domain::TypedId as _;
    let kind = message.template.kind();
    Ok(NotificationRecord {
        id: NotificationRecord::id_of(event.id.ulid(), message.to, &kind),
        user_id: message.to,
        number: 0,
        category: message.category,
        text: message.template.line()?.to_string(),
        place: message.place.as_ref().map(place).transpose()?,
        thing: message.thing.as_ref().map(thing),
        created_at: event.at,
        kind,
    })
}

/// A page as it is kept: by the names that it has on the wire.
fn place(place: &Place) -> Result<PlaceRecord, serde_json::Error> {
    serde_json::from_value(serde_json::to_value(place)?)
}

fn thing(thing: &Thing) -> ThingRecord {
    ThingRecord {
        kind: thing.what.kind(),
        id: thing.what.id(),
        title: thing.title.as_ref().map(ToString::to_string),
    }
}

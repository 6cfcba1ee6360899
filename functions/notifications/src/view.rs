//! Notices as the API returns them.

use proconnect_api::{Notification, NotificationPlace, NotificationThing};
use proconnect_notices::Place;
use proconnect_runtime::App;
use proconnect_store::{InboxRecord, NotificationRecord, StoreError};
use std::collections::BTreeSet;

/// What is added to the text of a notice whose thing is gone.
const GONE: &str = "It is no longer there.";

/// Some of somebody's notices. Whether their things are still there costs one call, if any can be gone.
pub(crate) async fn all(
    app: &App,
    records: Vec<NotificationRecord>,
    inbox: &InboxRecord,
) -> Result<Vec<Notification>, StoreError> {
    let things = records.iter().filter_map(|record| record.thing.as_ref());
    let gone = app.store.notifications().gone(things).await?;
    let view = |record| one(record, inbox, &gone);
    Ok(records.into_iter().map(view).collect())
}

/// A notice that was written just now: unread, and its thing is there.
pub(crate) fn fresh(record: NotificationRecord) -> Notification {
    let place = record.place.map(|place| NotificationPlace {
        page: place.page,
        id: place.id,
    });
    let thing = record.thing.map(|thing| NotificationThing {
        kind: thing.kind,
        id: thing.id,
        title: thing.title,
    });
    Notification {
        id: record.id,
        kind: record.kind,
        category: record.category,
        is_critical: record.category.is_critical(),
        text: record.text,
        path: place.as_ref().and_then(path),
        place,
        thing,
        count: 1,
        created_at: record.created_at,
        read_at: None,
        is_gone: false,
    }
}

fn one(record: NotificationRecord, inbox: &InboxRecord, gone: &BTreeSet<String>) -> Notification {
    let read_at = inbox.read_at(record.id, record.created_at);
    let id = record.thing.as_ref().and_then(|thing| thing.id.as_ref());
    let is_gone = id.is_some_and(|id| gone.contains(id));
    let notice = Notification {
        read_at,
        is_gone,
        ..fresh(record)
    };
    match is_gone {
        false => notice,
        true => Notification {
            text: format!("{} {GONE}", notice.text),
            place: None,
            path: None,
            ..notice
        },
    }
}

/// A page that a later release has named leads nowhere yet.
fn path(place: &NotificationPlace) -> Option<String> {
    let place = serde_json::to_value(place).ok()?;
    let place: Place = serde_json::from_value(place).ok()?;
    Some(place.path())
}

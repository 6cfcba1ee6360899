//! Who is there: noted for each window, and told to who shares a room with them when it changes (ADR 85).

use crate::push::{Windows, tell};
use proconnect_api::{Presence, PresenceStatus, ServerFrame};
use proconnect_domain::{MINUTE, PRESENCE_OF_A_PERSON, Timestamp, UserId};
use proconnect_http::ApiError;
use proconnect_runtime::App;
use proconnect_store::{Bucket, PresenceRecord, StoreError};

/// In so many rooms others are told, those first where something was said last. Who is in an older one sees it when they look.
const ROOMS: u32 = 20;

/// Notes that a window is there, and what it says of who sits before it, if it says anything. What was noted within the last
/// minute is not noted again.
pub(crate) async fn note(
    app: &App,
    user: UserId,
    connection: &str,
    is_away: Option<bool>,
) -> Result<(), ApiError> {
    let (presences, now) = (app.store.presences(), app.now());
    let before = presences.of(user).await?;
    if before
        .as_deref()
        .is_some_and(|before| is_known(before, connection, is_away, now))
    {
        return Ok(());
    }
    if is_away.is_some() {
        limit(app, user).await?;
    }
    let mut presence = before
        .as_deref()
        .cloned()
        .unwrap_or_else(|| PresenceRecord::new(user, now));
    presence.hear(connection, is_away, now);
    presences.note(before.as_ref(), &presence, now).await?;
    tell_change(app, before.as_deref(), &presence).await;
    Ok(())
}

fn is_known(presence: &PresenceRecord, connection: &str, is_away: Option<bool>, now: Timestamp) -> bool {
    presence.window(connection).is_some_and(|window| {
        let is_fresh = now.saturating_since(window.heard_at) < MINUTE;
        is_fresh && is_away.is_none_or(|is_away| is_away == window.is_away)
    })
}

/// 429 for a flood: each change is told to others.
async fn limit(app: &App, user: UserId) -> Result<(), ApiError> {
    let bucket = Bucket {
        name: "presence-account",
        who: user.to_string(),
        limit: PRESENCE_OF_A_PERSON,
    };
    match app.store.rates().take(&[bucket], app.now()).await? {
        None => Ok(()),
        Some(wait) => Err(ApiError::limited(wait)),
    }
}

/// Tells who shares a room with somebody that they have come, turned away or gone; nobody when nothing of it has changed. It
/// has been noted already, so what fails here is found by whoever looks.
pub(crate) async fn tell_change(app: &App, before: Option<&PresenceRecord>, presence: &PresenceRecord) {
    let now = app.now();
    let earlier = before.map_or(PresenceStatus::Offline, |before| before.at(now).status);
    let present = presence.at(now);
    if earlier == present.status {
        return;
    }
    if let Err(error) = tell_around(app, presence.user_id, present).await {
        tracing::warn!(error = %error, "nobody was told who is there");
    }
}

async fn tell_around(app: &App, user: UserId, presence: Presence) -> Result<(), StoreError> {
    let rooms = app.store.rooms().of(user, true, ROOMS, None).await?;
    let people = rooms.items.iter().flat_map(|room| room.people());
    let around = app.store.presences().around(user, people).await?;
    let windows = Windows::around(around, app.now());
    let frame = ServerFrame::Presence {
        user_id: user,
        presence,
    };
    tell(app, windows.all(), &frame).await;
    Ok(())
}

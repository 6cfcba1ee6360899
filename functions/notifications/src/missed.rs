//! What was said to somebody who was away: they are told of it once for each room and absence, some minutes later (ADR 87).

use proconnect_api::PresenceStatus;
use proconnect_domain::{MINUTE, RoomId, Timestamp, UserId};
use proconnect_runtime::{App, HandlerError};
use proconnect_store::{RoomRecord, StoreError};
use std::time::Duration;

/// Who is there sees by themselves that something waits. It is looked again after this, should they have gone meanwhile.
const LATER: Duration = MINUTE.saturating_mul(10);

/// Looks for those of a room who have not seen what was said, and decides now, not when it was said: who has seen it, whose
/// sender has taken it back, and who has blocked the other or was blocked is not told. That it was decided is written with the room, in
/// one transaction with the fact, so twice is once.
pub(crate) async fn look(app: &App, id: RoomId) -> Result<(), HandlerError> {
    let (rooms, now) = (app.store.rooms(), app.now());
    let Some(mut room) = rooms.get(id).await? else {
        return Ok(());
    };
    let missed = room.missed(now);
    // The command came late, or once more.
    if missed.is_empty() {
        return Ok(());
    }
    let mut facts = Vec::new();
    for user in missed {
        let next = match state(app, &room, user, now).await? {
            State::There => Some(now.plus(LATER)),
            State::Settled => None,
            State::Missing => {
                facts.push(room.missed_by(user));
                None
            }
        };
        room.seats_mut(user).0.look_at = next;
    }
    Ok(rooms.looked(&room, facts, now).await?)
}

/// How somebody stands to what was said to them.
enum State {
    /// They are there, and have not looked yet.
    There,
    /// There is nothing to be told.
    Settled,
    /// They are not there, and something waits.
    Missing,
}

async fn state(app: &App, room: &RoomRecord, user: UserId, now: Timestamp) -> Result<State, StoreError> {
    let (own, other) = room.seats(user);
    let is_settled = own.has_left || room.unread(user) == 0;
    if is_settled || app.store.blocks().between(user, other.id).await? {
        return Ok(State::Settled);
    }
    let presence = app.store.presences().of(user).await?;
    let is_there = presence.is_some_and(|presence| presence.at(now).status == PresenceStatus::Online);
    Ok(if is_there { State::There } else { State::Missing })
}

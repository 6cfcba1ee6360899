//! Chat rooms.

use super::RoomRecord;
use crate::bid::BidRecord;
use crate::block::unless_blocked;
use crate::record::{Record, Stored};
use crate::task::TaskRecord;
use crate::tx::Tx;
use crate::user::UserRecord;
use crate::{Listed, People, Present, Remember, Store, StoreError, keys};
use futures_util::future::try_join;
use proconnect_domain::{RoomId, TaskId, Timestamp, UserId};
use proconnect_events::Fact;

/// Chat rooms.
pub struct Rooms<'a>(&'a Store);

/// What says whether a room may be opened.
pub struct RoomDoor {
    /// The task.
    pub task: Option<TaskRecord>,
    /// The freelancer.
    pub freelancer: Option<UserRecord>,
    /// The freelancer's bid on the task.
    pub bid: Option<BidRecord>,
    /// The room, if it is there.
    pub room: Option<RoomRecord>,
}

impl Store {
    /// Chat rooms.
    pub fn rooms(&self) -> Rooms<'_> {
        Rooms(self)
    }
}

impl Rooms<'_> {
    /// What says whether the room about a task with a freelancer may be opened, in one call.
    pub async fn door(&self, task: TaskId, freelancer: UserId) -> Result<RoomDoor, StoreError> {
        let wanted = [
            keys::task(task),
            keys::user(freelancer),
            keys::bid(task, freelancer),
            keys::room(RoomRecord::id_of(task, freelancer)),
        ];
        let mut found = self.0.get_many(&wanted).await?.into_iter();
        Ok(RoomDoor {
            task: record(found.next().flatten())?,
            freelancer: record(found.next().flatten())?,
            bid: record(found.next().flatten())?,
            room: record(found.next().flatten())?,
        })
    }

    /// Makes a room. `Stale` when somebody else has made it since; a refusal by [`crate::Refused::Blocked`] when one of the two
    /// has blocked the other.
    pub async fn open(
        &self,
        room: &RoomRecord,
        remember: Option<Remember>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let mut tx = Tx::new(self.0, now);
        tx.remember(remember)?;
        tx.create(room)?;
        unless_blocked(&mut tx, room.client.id, room.freelancer.id)?;
        match tx.commit(self.0).await {
            Err(error) if error.is_condition(RoomRecord::TYPE) => Err(StoreError::Stale(RoomRecord::TYPE)),
            outcome => outcome,
        }
    }

    /// One room, strongly consistent.
    pub async fn get(&self, id: RoomId) -> Result<Option<Stored<RoomRecord>>, StoreError> {
        self.0.get(keys::room(id)).await
    }

    /// Somebody's rooms on either side, by when something was said last: the newest first, or the oldest. Whoever goes
    /// through all of them takes the oldest first, since a room in which something is said meanwhile moves to the end.
    pub async fn of(
        &self,
        user: UserId,
        newest_first: bool,
        limit: u32,
        cursor: Option<&str>,
    ) -> Result<Listed<RoomRecord>, StoreError> {
        let rooms = keys::rooms_of(user);
        self.0.both_sides(rooms, newest_first, limit, cursor).await
    }

    /// The people in some rooms as they are now, and which of the others are there, both at once.
    pub async fn company(
        &self,
        user: UserId,
        rooms: &[&RoomRecord],
        now: Timestamp,
    ) -> Result<(People, Present), StoreError> {
        let people: Vec<UserId> = rooms.iter().flat_map(|room| room.people()).collect();
        let one = self.0.metered();
        let presences = one.presences();
        let seen = presences.seen_by(user, people.iter().copied(), now);
        let both = try_join(one.people(people.iter().copied()), seen).await;
        self.0.meter.at_once(one.meter.reading());
        both
    }

    /// Writes a room over the one that was read.
    pub async fn update(&self, room: &Stored<RoomRecord>, now: Timestamp) -> Result<(), StoreError> {
        self.looked(room, Vec::new(), now).await
    }

    /// Writes a room over the one that was read, with who has missed something in it.
    pub async fn looked(
        &self,
        room: &Stored<RoomRecord>,
        missed: Vec<Fact>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let mut tx = Tx::new(self.0, now);
        tx.transition(room, missed)?;
        tx.commit(self.0).await
    }
}

fn record<T: Record>(item: Option<crate::items::Item>) -> Result<Option<T>, StoreError> {
    item.map(crate::record::read).transpose()
}

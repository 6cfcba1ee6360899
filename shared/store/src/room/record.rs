//! Chat rooms: one for each task and freelancer, whoever opens it.

use crate::contract::Party;
use crate::task::TaskRecord;
use proconnect_domain::{MINUTE, MessageId, RoomId, TaskId, Timestamp, TypedId as _, UserId};
use proconnect_events::Fact;
use proconnect_messaging::derived;
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// A room. What both sides have sent and seen is counted here, so that nobody counts messages.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RoomRecord {
    /// Id.
    pub id: RoomId,
    /// The task that it is about.
    pub task_id: TaskId,
    /// Its title.
    pub task_title: String,
    /// The task's client.
    pub client: Seat,
    /// The freelancer.
    pub freelancer: Seat,
    /// What was said last.
    pub last: Option<LastSaid>,
    /// When something was first said in it; nothing in rooms that began before this was noted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub begun_at: Option<Timestamp>,
    /// When it was opened.
    pub created_at: Timestamp,
}

/// How many messages that were deleted unseen are remembered: more are counted as unseen until somebody looks.
const MOST_UNSAID: usize = 100;

/// Somebody who has not seen a message for so long, and is not there, is told.
const ABSENCE: Duration = MINUTE.saturating_mul(3);

/// One side of a room.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Seat {
    /// Who.
    pub id: UserId,
    /// By the name of the day when the room was opened.
    pub name: String,
    /// How many messages they have sent.
    pub sent: u32,
    /// How many of the other side's they have seen.
    pub seen: u32,
    /// Up to which message they have seen.
    pub seen_up_to: Option<MessageId>,
    /// When they said so: by then they had seen all of it. None where that was before it was noted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen_at: Option<Timestamp>,
    /// Which of their messages they deleted before the other side had seen them, by their numbers: nobody waits for those.
    #[serde(default)]
    pub unsaid: Vec<u32>,
    /// When their share of messages is whole again.
    pub full_at: Option<Timestamp>,
    /// When to look whether they know that something waits for them; none where nothing does, and once they were told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub look_at: Option<Timestamp>,
    /// They have left the platform, and nobody can write to them.
    #[serde(default)]
    pub has_left: bool,
}

/// The last message of a room, as lists show it.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct LastSaid {
    /// Id.
    pub id: MessageId,
    /// Who wrote it.
    pub sender_id: UserId,
    /// Its beginning on one line.
    pub text: String,
    /// How many files go with it.
    pub file_count: u32,
    /// When it was sent.
    pub sent_at: Timestamp,
    /// Whether it was deleted.
    pub is_deleted: bool,
}

/// Where a message stands in its room, by which is reckoned what was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// Its id.
    pub id: MessageId,
    /// How many messages the client had sent by then.
    pub of_client: u32,
    /// How many the freelancer had.
    pub of_freelancer: u32,
}

impl Seat {
    fn of(party: Party) -> Self {
        Self {
            id: party.id,
            name: party.name,
            sent: 0,
            seen: 0,
            seen_up_to: None,
            seen_at: None,
            unsaid: Vec::new(),
            full_at: None,
            look_at: None,
            has_left: false,
        }
    }

    /// By id and name.
    pub(crate) fn party(&self) -> Party {
        Party {
            id: self.id,
            name: self.name.clone(),
        }
    }
}

impl RoomRecord {
    /// The id of the room about a task with a freelancer. It follows from the two: opened twice, or by two at once, it is one
    /// room.
    pub fn id_of(task: TaskId, freelancer: UserId) -> RoomId {
        RoomId::from_ulid(derived(task.ulid(), &format!("room-{freelancer}")).ulid())
    }

    /// A new one, in which nothing was said.
    pub fn new(task: &TaskRecord, freelancer: Party, now: Timestamp) -> Self {
        Self {
            id: Self::id_of(task.id, freelancer.id),
            task_id: task.id,
            task_title: task.title.clone(),
            client: Seat::of(task.client.clone()),
            freelancer: Seat::of(freelancer),
            last: None,
            begun_at: None,
            created_at: now,
        }
    }

    /// Whether somebody is in it.
    pub fn is_of(&self, user: UserId) -> bool {
        self.client.id == user || self.freelancer.id == user
    }

    /// Both people's ids.
    pub fn people(&self) -> [UserId; 2] {
        [self.client.id, self.freelancer.id]
    }

    /// The seat of somebody who is in it, and the other one.
    pub fn seats(&self, user: UserId) -> (&Seat, &Seat) {
        match self.client.id == user {
            true => (&self.client, &self.freelancer),
            false => (&self.freelancer, &self.client),
        }
    }

    /// The same, to be changed.
    pub fn seats_mut(&mut self, user: UserId) -> (&mut Seat, &mut Seat) {
        match self.client.id == user {
            true => (&mut self.client, &mut self.freelancer),
            false => (&mut self.freelancer, &mut self.client),
        }
    }

    /// Notes that somebody says something. If the other side has seen all before it, their absence begins with it: they are told of
    /// that once, unless they come and look.
    pub(crate) fn note_said(&mut self, sender: UserId, now: Timestamp) {
        let other = self.seats(sender).1.id;
        let has_seen_all = self.unread(other) == 0;
        if self.client.sent + self.freelancer.sent == 0 {
            self.begun_at = Some(now);
        }
        let (own, other) = self.seats_mut(sender);
        own.sent += 1;
        if has_seen_all && !other.has_left {
            other.look_at = Some(now.plus(ABSENCE));
        }
    }

    /// When to look next whether somebody knows what waits for them.
    pub(crate) fn look_at(&self) -> Option<Timestamp> {
        let times = [self.client.look_at, self.freelancer.look_at];
        times.into_iter().flatten().min()
    }

    /// Who is to be looked for by now.
    pub fn missed(&self, now: Timestamp) -> Vec<UserId> {
        let seats = [&self.client, &self.freelancer].into_iter();
        let due = seats.filter(|seat| seat.look_at.is_some_and(|at| at <= now));
        due.map(|seat| seat.id).collect()
    }

    /// That somebody has missed what the other side said.
    pub fn missed_by(&self, user: UserId) -> Fact {
        Fact::MessageMissed {
            room_id: self.id,
            task_id: self.task_id,
            sender_id: self.seats(user).1.id,
            recipient_id: user,
        }
    }

    /// Nobody has to look for who has seen everything.
    fn stop_looking(&mut self, user: UserId) {
        if self.unread(user) == 0 {
            self.seats_mut(user).0.look_at = None;
        }
    }

    /// Notes that a message has changed: what was said last, and that nobody waits for one that was deleted unseen.
    pub fn note_change(&mut self, changed: &LastSaid, sender: UserId, number: u32) {
        if let Some(last) = self.last.as_mut().filter(|last| last.id == changed.id) {
            last.clone_from(changed);
        }
        let (own, other) = self.seats_mut(sender);
        if changed.is_deleted && number > other.seen && own.unsaid.len() < MOST_UNSAID {
            own.unsaid.push(number);
            // Those that are next in turn are as good as seen, and need not be remembered.
            while let Some(at) = own.unsaid.iter().position(|number| *number == other.seen + 1) {
                own.unsaid.swap_remove(at);
                other.seen += 1;
            }
        }
        let other = other.id;
        self.stop_looking(other);
    }

    /// Notes that somebody has seen everything up to a message; whether that is news.
    pub fn note_seen(&mut self, user: UserId, mark: &Mark, now: Timestamp) -> bool {
        let is_client = self.client.id == user;
        let (own, other) = self.seats_mut(user);
        if own.seen_up_to >= Some(mark.id) {
            return false;
        }
        own.seen_up_to = Some(mark.id);
        own.seen_at = Some(now);
        let seen = if is_client {
            mark.of_freelancer
        } else {
            mark.of_client
        };
        own.seen = own.seen.max(seen);
        other.unsaid.retain(|number| *number > own.seen);
        self.stop_looking(user);
        true
    }

    /// How many messages somebody has not seen.
    pub fn unread(&self, user: UserId) -> u32 {
        let (own, other) = self.seats(user);
        let unsaid = other.unsaid.iter().filter(|number| **number > own.seen).count();
        let unsaid = u32::try_from(unsaid).unwrap_or(u32::MAX);
        other.sent.saturating_sub(own.seen).saturating_sub(unsaid)
    }

    /// When something was said last; else when it was opened.
    pub(crate) fn active_at(&self) -> Timestamp {
        self.last.as_ref().map_or(self.created_at, |last| last.sent_at)
    }
}

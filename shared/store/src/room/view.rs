//! Rooms as the API returns them.

use super::{LastSaid, RoomRecord, Seat};
use crate::{People, Present};
use proconnect_api::{FoundRoom, LastMessage, Participant, Room};
use proconnect_domain::{Role, UserId};

impl RoomRecord {
    /// As the API returns it to somebody who is in it.
    pub fn view(&self, people: &People, present: &Present, viewer: UserId) -> Room {
        let participant = |seat: &Seat, role| Participant {
            person: people.of(&seat.party()),
            role,
            seen_up_to: seat.seen_up_to,
            presence: present.of(seat.id).filter(|_| !seat.has_left),
        };
        Room {
            id: self.id,
            task_id: self.task_id,
            task_title: self.task_title.clone(),
            participants: vec![
                participant(&self.client, Role::Client),
                participant(&self.freelancer, Role::Freelancer),
            ],
            last_message: self.last.clone().map(LastMessage::from),
            unread_count: self.unread(viewer),
            created_at: self.created_at,
        }
    }

    /// As a search across rooms shows it to somebody who is in it.
    pub fn found(&self, people: &People, viewer: UserId) -> FoundRoom {
        FoundRoom {
            id: self.id,
            task_title: self.task_title.clone(),
            other: people.of(&self.seats(viewer).1.party()),
        }
    }
}

impl From<LastSaid> for LastMessage {
    fn from(last: LastSaid) -> Self {
        Self {
            id: last.id,
            sender_id: last.sender_id,
            text: last.text,
            file_count: last.file_count,
            sent_at: last.sent_at,
            is_deleted: last.is_deleted,
        }
    }
}

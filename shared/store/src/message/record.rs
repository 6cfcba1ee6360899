//! Messages, and that they were sent.

use crate::file::AttachedFile;
use crate::room::{LastSaid, Mark, RoomRecord};
use crate::{StoreError, fresh_id};
use proconnect_domain::{Elsewhere, MessageId, RoomId, Timestamp, TypedId as _, UserId, elsewhere, preview};
use proconnect_events::Fact;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::time::Duration;
use ulid::Ulid;

/// How long a repeat of a sent message is known to be one. A browser that was away for longer asks what is there first.
const MEMORY: Duration = Duration::from_secs(30 * 24 * 3600);

/// A message. Its id alone says where it stands: ids of a room only grow, whatever any clock says.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MessageRecord {
    /// Id.
    pub id: MessageId,
    /// The room.
    pub room_id: RoomId,
    /// The message before it: who does not have that one has missed something.
    pub previous_id: Option<MessageId>,
    /// Who wrote it.
    pub sender_id: UserId,
    /// The browser's own id of it.
    pub client_id: String,
    /// The text; empty once it was deleted.
    pub text: String,
    /// Files that go with it; none once it was deleted.
    pub files: Vec<AttachedFile>,
    /// What of it leads away from the platform.
    #[serde(default)]
    pub warnings: Vec<Elsewhere>,
    /// How many messages the client had sent in this room, this one included.
    pub of_client: u32,
    /// How many the freelancer had.
    pub of_freelancer: u32,
    /// When it was sent.
    pub sent_at: Timestamp,
    /// 1, and one more with each change.
    pub edition: u32,
    /// When its text was changed last.
    pub edited_at: Option<Timestamp>,
    /// When it was deleted.
    pub deleted_at: Option<Timestamp>,
}

impl MessageRecord {
    /// What somebody says in a room now. The room notes it: what was said last, and how much both have said.
    pub fn say(
        room: &mut RoomRecord,
        sender_id: UserId,
        client_id: String,
        (text, files): (String, Vec<AttachedFile>),
        now: Timestamp,
    ) -> Result<Self, StoreError> {
        let last = room.last.as_ref();
        let previous_id = last.map(|last| last.id);
        // Two functions' clocks may differ: nothing is older than what was said before it.
        let sent_at = last.map_or(now, |last| last.sent_at.max(now));
        let id = next_id(previous_id, now)?;
        room.note_said(sender_id, now);
        let message = Self {
            id,
            room_id: room.id,
            previous_id,
            sender_id,
            client_id,
            warnings: elsewhere(&text),
            text,
            files,
            of_client: room.client.sent,
            of_freelancer: room.freelancer.sent,
            sent_at,
            edition: 1,
            edited_at: None,
            deleted_at: None,
        };
        room.last = Some(message.as_last());
        Ok(message)
    }

    /// Where it stands in its room.
    pub fn mark(&self) -> Mark {
        Mark {
            id: self.id,
            of_client: self.of_client,
            of_freelancer: self.of_freelancer,
        }
    }

    /// The how-manieth of its sender's in this room it is.
    pub fn number(&self, room: &RoomRecord) -> u32 {
        match room.client.id == self.sender_id {
            true => self.of_client,
            false => self.of_freelancer,
        }
    }

    /// That it was sent.
    pub(crate) fn said_to(&self, room: &RoomRecord) -> Fact {
        Fact::MessageSent {
            message_id: self.id,
            room_id: self.room_id,
            sender_id: self.sender_id,
            recipient_id: room.seats(self.sender_id).1.id,
        }
    }

    /// As lists of rooms show it.
    pub fn as_last(&self) -> LastSaid {
        LastSaid {
            id: self.id,
            sender_id: self.sender_id,
            text: preview(&self.text),
            file_count: u32::try_from(self.files.len()).unwrap_or(u32::MAX),
            sent_at: self.sent_at,
            is_deleted: self.deleted_at.is_some(),
        }
    }
}

/// A new id, behind the one before: monotonic as the ULID specification has it, across processes, since the room's
/// version guards what was read.
fn next_id(previous: Option<MessageId>, now: Timestamp) -> Result<MessageId, StoreError> {
    let fresh = fresh_id::<MessageId>(now)?;
    let behind = previous.map(|previous| MessageId::from_ulid(Ulid(previous.ulid().0.wrapping_add(1))));
    Ok(behind.map_or(fresh, |behind| behind.max(fresh)))
}

/// What a message was before it was edited or deleted: for reports and evidence alone.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MessageVersionRecord {
    /// The room.
    pub room_id: RoomId,
    /// The message.
    pub message_id: MessageId,
    /// Who wrote it.
    pub sender_id: UserId,
    /// Which version of it this was.
    pub edition: u32,
    /// The text.
    pub text: String,
    /// Files that went with it.
    pub files: Vec<AttachedFile>,
    /// Until when it stood so.
    pub until: Timestamp,
}

impl MessageRecord {
    /// Changes the text; what it was is returned, to be kept.
    pub fn edit(&mut self, text: String, now: Timestamp) -> MessageVersionRecord {
        let before = self.next_edition(now);
        self.warnings = elsewhere(&text);
        self.text = text;
        self.edited_at = Some(now);
        before
    }

    /// Takes text and files away; what it was is returned, to be kept.
    pub fn delete(&mut self, now: Timestamp) -> MessageVersionRecord {
        let before = self.next_edition(now);
        self.text.clear();
        self.files.clear();
        self.warnings.clear();
        self.deleted_at = Some(now);
        before
    }

    fn next_edition(&mut self, now: Timestamp) -> MessageVersionRecord {
        let edition = self.edition;
        self.edition += 1;
        MessageVersionRecord {
            room_id: self.room_id,
            message_id: self.id,
            sender_id: self.sender_id,
            edition,
            text: self.text.clone(),
            files: self.files.clone(),
            until: now,
        }
    }
}

/// That somebody has sent a message under an id of their browser's: a repeat is the same message.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SentRecord {
    /// Who.
    pub user_id: UserId,
    /// The browser's own id of it.
    pub client_id: String,
    /// The room.
    pub room_id: RoomId,
    /// The message.
    pub message_id: MessageId,
    /// SHA-256 over what was sent, in hex.
    pub fingerprint: String,
    /// When a repeat is no longer known.
    pub expires_at: Timestamp,
}

impl SentRecord {
    /// Of a message that is being sent.
    pub fn of(message: &MessageRecord, now: Timestamp) -> Self {
        Self {
            user_id: message.sender_id,
            client_id: message.client_id.clone(),
            room_id: message.room_id,
            message_id: message.id,
            fingerprint: fingerprint(message),
            expires_at: now.plus(MEMORY),
        }
    }

    /// Whether this message says the same in the same room.
    pub fn is_repeated_by(&self, message: &MessageRecord) -> bool {
        self.room_id == message.room_id && self.fingerprint == fingerprint(message)
    }
}

/// Over the text, and the files in their order.
fn fingerprint(message: &MessageRecord) -> String {
    let mut hash = Sha256::new();
    for file in &message.files {
        hash.update(file.id.ulid().to_bytes());
    }
    hash.update(&message.text);
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn ids_grow_whatever_the_clock_says() {
        let noon = Timestamp::from_millis(1_795_694_400_000);
        let mut last = next_id(None, noon).unwrap();
        for millis in [0, 0, -420_000, 5, -1_000, 0] {
            let at = Timestamp::from_millis(noon.as_millis() + millis);
            let next = next_id(Some(last), at).unwrap();
            assert!(next > last && next.to_string() > last.to_string(), "{millis}");
            last = next;
        }
    }
}

//! What comes over a connection into a room: who says it, and what is written of it.

use super::words::Reworded;
use super::{MessageRecord, Messages, SentRecord};
use crate::block::{BLOCKED, unless_blocked};
use crate::connection::ConnectionOwner;
use crate::file::{FileRecord, FoundFiles, file_keys, found_files, write_files};
use crate::record::{Record as _, Stored, read};
use crate::refused::RECIPIENT;
use crate::report::ReportRecord;
use crate::room::RoomRecord;
use crate::tx::Tx;
use crate::user::UserRecord;
use crate::{StoreError, keys};
use proconnect_domain::{FileId, MessageId, RoomId, Timestamp, UserId};

/// Who says something, and where.
pub struct Heard {
    /// Whose the connection is; nobody's, once it was closed.
    pub user: Option<UserId>,
    /// The room.
    pub room: Option<Stored<RoomRecord>>,
    /// The message that is spoken of.
    pub message: Option<MessageRecord>,
    /// The files that are named.
    pub files: FoundFiles,
}

impl Messages<'_> {
    /// Whose a connection is, a room, and what of it is named, in one call.
    pub async fn heard(
        &self,
        connection: &str,
        room: RoomId,
        message: Option<MessageId>,
        files: &[FileId],
    ) -> Result<Heard, StoreError> {
        let mut wanted = vec![keys::connection_owner(connection), keys::room(room)];
        wanted.extend(message.map(|id| keys::message(room, id)));
        wanted.extend(file_keys(files));
        let mut found = self.0.get_many(&wanted).await?.into_iter();
        let owner = found.next().flatten().map(read::<ConnectionOwner>).transpose()?;
        let room = found.next().flatten().map(Stored::read).transpose()?;
        let named = match message {
            Some(_) => found.next().flatten(),
            None => None,
        };
        Ok(Heard {
            user: owner.map(|owner| owner.user_id),
            room,
            message: named.map(read).transpose()?,
            files: found_files(found)?,
        })
    }

    /// Writes a message, what the room notes of it, that it was sent, and its files. A refusal by [`crate::Refused::Sent`] when its
    /// sender has sent one under that id before, by [`crate::Refused::Blocked`] when one of the two has blocked the other, by [`crate::Refused::Recipient`] when
    /// the other side has just left; `Stale` when something else was said in the room since it was read.
    pub async fn send(
        &self,
        room: &Stored<RoomRecord>,
        message: &MessageRecord,
        files: &[Stored<FileRecord>],
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let reworded = Reworded::of(message, "");
        let [client, freelancer] = room.people();
        if reworded.is_long() {
            // What is written ahead asks by itself whether the sender's account is in use.
            if self.0.blocks().between(client, freelancer).await? {
                return Err(StoreError::Condition(BLOCKED));
            }
            reworded.write_ahead(self, now).await?;
        }
        let mut tx = Tx::new(self.0, now);
        tx.create(&SentRecord::of(message, now))?;
        tx.create(message)?;
        tx.tell(message.said_to(room));
        tx.update(room)?;
        reworded.write(&mut tx)?;
        unless_blocked(&mut tx, client, freelancer)?;
        note_answer(&mut tx, room, message)?;
        write_files(&mut tx, files)?;
        // It is sent all the same: moderators look at it, and its reader is warned.
        if !message.warnings.is_empty() {
            tx.create(&ReportRecord::by_rules(message, now))?;
        }
        match tx.commit(self.0).await {
            // Another message has just taken this place.
            Err(error) if error.is_condition(MessageRecord::TYPE) => Err(StoreError::Stale("room")),
            outcome => outcome,
        }
    }
}

/// The first words of a room wait for an answer, and the first of its other side are that: both are noted in the account of whoever
/// answers, as what is said later is not.
fn note_answer(tx: &mut Tx, room: &RoomRecord, message: &MessageRecord) -> Result<(), StoreError> {
    let (own, other) = room.seats(message.sender_id);
    match (own.sent, other.sent, room.begun_at) {
        (1, 0, _) => tx.change(RECIPIENT, UserRecord::asked(other.id, own.id)?),
        (1, _, Some(begun_at)) => {
            let after = message.sent_at.saturating_since(begun_at);
            tx.change(UserRecord::TYPE, UserRecord::answered(own.id, other.id, after)?)
        }
        _ => Ok(()),
    }
}

//! What was said is changed, by whoever said it.

use super::words::Reworded;
use super::{MessageRecord, MessageVersionRecord, Messages};
use crate::block::unless_blocked;
use crate::dispute::unless_frozen;
use crate::file::FileRecord;
use crate::record::Stored;
use crate::report::ReportRecord;
use crate::room::RoomRecord;
use crate::tx::Tx;
use crate::{StoreError, keys};
use proconnect_domain::{MessageId, RoomId, Timestamp};

/// A room and one of its messages.
type InRoom = (Option<Stored<RoomRecord>>, Option<Stored<MessageRecord>>);

impl Messages<'_> {
    /// A room and one of its messages, in one call.
    pub async fn in_room(&self, room: RoomId, id: MessageId) -> Result<InRoom, StoreError> {
        let wanted = [keys::room(room), keys::message(room, id)];
        let mut found = self.0.get_many(&wanted).await?.into_iter();
        Ok((
            found.next().flatten().map(Stored::read).transpose()?,
            found.next().flatten().map(Stored::read).transpose()?,
        ))
    }

    /// Writes a changed message, what it was before, and what the room says of it. Files that it no longer has are seen by
    /// nobody but their owner. A new text is refused by [`crate::Refused::Blocked`] when one of the two has blocked the other; taking
    /// something back is not. Neither goes through while a dispute between the two is open ([`crate::Refused::Frozen`]). `Stale` when message or room have changed since they were read.
    pub async fn change(
        &self,
        room: &Stored<RoomRecord>,
        message: &Stored<MessageRecord>,
        before: &MessageVersionRecord,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let reworded = Reworded::of(message, &before.text);
        reworded.write_ahead(self, now).await?;
        let mut tx = Tx::new(self.0, now);
        reworded.write(&mut tx)?;
        tx.update(message)?;
        tx.update(room)?;
        tx.create(before)?;
        unless_frozen(&mut tx, room.id)?;
        if !message.warnings.is_empty() {
            tx.put(&ReportRecord::by_rules(message, now))?;
        }
        if message.deleted_at.is_none() {
            let [client, freelancer] = room.people();
            unless_blocked(&mut tx, client, freelancer)?;
        }
        let gone = before.files.iter().filter(|file| !message.files.contains(file));
        for file in gone {
            tx.change("file", FileRecord::hidden(file.id, message.sender_id)?)?;
        }
        tx.commit(self.0).await?;
        // What stays of the old text is passed over by every search.
        let cleared = reworded.clear_behind(self, now).await;
        cleared.or_else(|error| {
            tracing::warn!(error = %error, "words of an earlier text were not deleted");
            Ok(())
        })
    }
}

//! Messages: read in pages.

use super::{MessageRecord, SentRecord};
use crate::record::read;
use crate::room::RoomRecord;
use crate::table::{Query, Sort};
use crate::{Listed, Store, StoreError, keys};
use futures_util::future::try_join;
use proconnect_domain::{MessageId, RoomId, UserId};

/// Messages.
pub struct Messages<'a>(pub(super) &'a Store);

/// Which messages of a room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    /// All, newest first.
    All,
    /// This one and those before it, newest first.
    UpTo(MessageId),
    /// Those behind this one, oldest first: what somebody has missed.
    After(MessageId),
}

impl Store {
    /// Messages.
    pub fn messages(&self) -> Messages<'_> {
        Messages(self)
    }
}

impl Messages<'_> {
    /// One page of a room's messages.
    pub async fn page(
        &self,
        room: RoomId,
        span: Span,
        limit: u32,
        cursor: Option<&str>,
    ) -> Result<Listed<MessageRecord>, StoreError> {
        let cursor = cursor.filter(|cursor| !cursor.is_empty());
        let sort = match (span, cursor) {
            // A further page begins where the cursor says.
            (_, Some(_)) | (Span::All, None) => Sort::Prefix(keys::MESSAGE),
            (Span::UpTo(id), None) => Sort::AtMost(id.to_string()),
            (Span::After(id), None) => Sort::Beyond(id.to_string()),
        };
        let query = Query {
            sort,
            newest_first: !matches!(span, Span::After(_)),
            limit,
            cursor,
            ..Query::partition(keys::messages_of(room))
        };
        self.0.records(query).await
    }

    /// The same with the room, which says who may read it; both at once.
    pub async fn with_room(
        &self,
        room: RoomId,
        span: Span,
        limit: u32,
        cursor: Option<&str>,
    ) -> Result<(Option<RoomRecord>, Listed<MessageRecord>), StoreError> {
        let one = self.0.metered();
        let (rooms, messages) = (one.rooms(), one.messages());
        let both = try_join(rooms.get(room), messages.page(room, span, limit, cursor)).await;
        self.0.meter.at_once(one.meter.reading());
        let (room, page) = both?;
        Ok((room.map(crate::Stored::into_inner), page))
    }

    /// What somebody has sent under an id of their browser's, and the message as it is now.
    pub async fn sent(
        &self,
        user: UserId,
        client_id: &str,
    ) -> Result<Option<(SentRecord, MessageRecord)>, StoreError> {
        let Some(sent) = self.0.get::<SentRecord>(keys::sent(user, client_id)).await? else {
            return Ok(None);
        };
        let key = keys::message(sent.room_id, sent.message_id);
        let message = self.0.get_many(&[key]).await?.into_iter().flatten().next();
        let message = message.map(read::<MessageRecord>).transpose()?;
        Ok(message.map(|message| (sent.into_inner(), message)))
    }
}

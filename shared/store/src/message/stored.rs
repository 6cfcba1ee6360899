//! How messages, and that they were sent, stand in the table.

use super::record::{MessageRecord, MessageVersionRecord, SentRecord};
use crate::StoreError;
use crate::keys::{self, Key};
use crate::personal::{Export, Gone, Personal};
use crate::record::{Indexes, Record};

impl Record for MessageRecord {
    const TYPE: &'static str = "message";
    const V: u32 = 1;
    const BEGINS: (&'static str, &'static str) = (keys::ROOM, keys::MESSAGE);
    const PERSONAL: Personal = Personal::Names {
        export: Export::Rooms,
        rest: "the message, which was written to the other side; it names nobody but by their id",
    };
    fn key(&self) -> Key {
        keys::message(self.room_id, self.id)
    }
}

impl Record for MessageVersionRecord {
    const TYPE: &'static str = "message_version";
    const V: u32 = 1;
    const BEGINS: (&'static str, &'static str) = (keys::VERSIONS, keys::MESSAGE_VERSION);
    const PERSONAL: Personal = Personal::KeptForTheBooks {
        export: Export::Not(
            "what a message was before it was changed is kept for reports and evidence alone",
        ),
        reason: "whoever read it may report it, or need it in a dispute, after it was changed",
    };
    fn key(&self) -> Key {
        keys::message_version(self.room_id, self.message_id, self.edition)
    }
}

impl Record for SentRecord {
    const TYPE: &'static str = "sent";
    const V: u32 = 1;
    const BEGINS: (&'static str, &'static str) = (keys::USER, keys::SENT);
    const PERSONAL: Personal = Personal::Owned {
        export: Export::Not("that a message was sent: the message itself is exported from its room"),
        gone: Gone::Forgotten,
    };
    fn key(&self) -> Key {
        keys::sent(self.user_id, &self.client_id)
    }
    fn indexes(&self) -> Result<Indexes, StoreError> {
        Ok(Indexes::expiring(self.expires_at))
    }
}

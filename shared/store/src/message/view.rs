//! Messages as the API returns them.

use super::MessageRecord;
use proconnect_api::{FileRef, Message};

impl MessageRecord {
    /// As the API returns it.
    pub fn into_view(self) -> Message {
        Message {
            id: self.id,
            room_id: self.room_id,
            previous_id: self.previous_id,
            sender_id: self.sender_id,
            client_id: self.client_id,
            text: self.text,
            files: self.files.into_iter().map(FileRef::from).collect(),
            warnings: self.warnings,
            sent_at: self.sent_at,
            version: self.edition,
            edited_at: self.edited_at,
            deleted_at: self.deleted_at,
            is_cut: false,
        }
    }
}

//! What becomes true of a file.

use super::FileRecord;
use proconnect_events::Fact;

impl FileRecord {
    /// Its content has arrived.
    pub fn arrived(&self) -> Fact {
        Fact::FileArrived {
            file_id: self.id,
            owner_id: self.owner_id,
        }
    }

    /// It was looked at, and is in the state that came of it.
    pub fn decided(&self) -> Fact {
        Fact::FileDecided {
            file_id: self.id,
            owner_id: self.owner_id,
            status: self.status,
        }
    }

    /// It was taken back.
    pub fn removed(&self) -> Fact {
        Fact::FileRemoved {
            file_id: self.id,
            owner_id: self.owner_id,
        }
    }
}

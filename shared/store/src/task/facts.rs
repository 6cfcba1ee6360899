//! What becomes true of a task.

use super::TaskRecord;
use proconnect_events::Fact;

impl TaskRecord {
    /// It was posted.
    pub fn posted(&self) -> Fact {
        Fact::TaskPosted {
            task_id: self.id,
            client_id: self.client_id,
        }
    }

    /// Its client took it back.
    pub fn cancelled(&self) -> Fact {
        Fact::TaskCancelled {
            task_id: self.id,
            client_id: self.client_id,
        }
    }

    /// Its client changed it.
    pub fn changed(&self) -> Fact {
        Fact::TaskChanged {
            task_id: self.id,
            client_id: self.client_id,
            version: self.edition,
        }
    }

    /// Its deadline passed without a decision.
    pub fn expired(&self) -> Fact {
        Fact::TaskExpired {
            task_id: self.id,
            client_id: self.client_id,
        }
    }
}

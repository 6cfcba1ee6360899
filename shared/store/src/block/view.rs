//! Blocks as the API returns them.

use super::BlockRecord;
use crate::People;
use crate::contract::Party;
use proconnect_api::Blocked;
use proconnect_domain::DELETED_NAME;

impl BlockRecord {
    /// As the API returns it to whoever blocks.
    pub fn view(self, people: &People) -> Blocked {
        let party = Party {
            id: self.blocked_id,
            name: DELETED_NAME.to_owned(),
        };
        Blocked {
            person: people.of(&party),
            blocked_at: self.blocked_at,
        }
    }
}

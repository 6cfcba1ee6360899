//! While a dispute is open, what its two said to each other stays as it is.

use crate::StoreError;
use crate::keys::{self, Key};
use crate::personal::Personal;
use crate::record::Record;
use crate::tx::Tx;
use proconnect_domain::RoomId;
use serde::{Deserialize, Serialize};

/// What a transaction calls the check that a room is not frozen.
pub(crate) const FROZEN: &str = "frozen";

/// A room in which nothing is edited or deleted. It is there as long as a dispute of that contract is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct FrozenRecord {
    /// The room; it may not have been opened yet.
    pub(crate) room_id: RoomId,
}

impl Record for FrozenRecord {
    const TYPE: &'static str = "frozen_room";
    const V: u32 = 1;
    const BEGINS: (&'static str, &'static str) = (keys::FROZEN, keys::FROZEN_SORT);
    const PERSONAL: Personal = Personal::None {
        reason: "the id of a room, and gone with the dispute",
    };
    fn key(&self) -> Key {
        keys::frozen_room(self.room_id)
    }
}

/// Lets the transaction through only while no dispute between the two of a room is open.
pub(crate) fn unless_frozen(tx: &mut Tx, room: RoomId) -> Result<(), StoreError> {
    tx.absent(FROZEN, keys::frozen_room(room))
}

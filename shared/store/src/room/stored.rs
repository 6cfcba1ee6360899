//! How a room stands in the table.

use super::record::RoomRecord;
use crate::StoreError;
use crate::keys::{self, Key};
use crate::personal::{Export, Personal};
use crate::record::{Card, Indexes, Record};
use proconnect_domain::TypedId as _;

impl Record for RoomRecord {
    const TYPE: &'static str = "room";
    const V: u32 = 1;
    const BEGINS: (&'static str, &'static str) = (keys::ROOM, keys::ROOM_SORT);
    const PERSONAL: Personal = Personal::Names {
        export: Export::Rooms,
        rest: "the room, which is of two sides",
    };
    fn key(&self) -> Key {
        keys::room(self.id)
    }
    fn indexes(&self) -> Result<Indexes, StoreError> {
        let sort = keys::room_sort(self.active_at(), self.id);
        let due = self.look_at().map(|at| {
            (
                keys::DUE_ROOMS.of(self.id.ulid()),
                keys::due_sort(at, &self.id.to_string()),
            )
        });
        Ok(Indexes {
            due,
            gsi2: Some((keys::rooms_of(self.client.id), sort.clone())),
            gsi3: Some((keys::rooms_of(self.freelancer.id), sort)),
            card: Some(self.attribute()?),
            ..Indexes::default()
        })
    }
}

/// Lists show nearly all of it, and it is small.
impl Card for RoomRecord {
    type Of = RoomRecord;
}

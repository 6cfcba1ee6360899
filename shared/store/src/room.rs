//! Chat rooms (ADR 80).

mod record;
mod repository;
mod stored;
mod view;

pub use record::{LastSaid, Mark, RoomRecord, Seat};
pub use repository::{RoomDoor, Rooms};

//! Who is there (ADR 85).

mod record;
mod repository;
mod view;

pub use record::{PresenceRecord, Window};
pub use repository::{Around, Presences, Present};

//! Who wants to hear nothing of whom.

mod record;
mod repository;
mod view;

pub use record::BlockRecord;
pub use repository::Blocks;
pub(crate) use repository::{BLOCKED, unless_blocked};

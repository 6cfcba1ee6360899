//! Money that could not be sent or given back, for admins to work through.

mod record;
mod repository;
mod view;

pub use record::{StuckKind, StuckPayment};
pub use repository::{Stuck, StuckStep};

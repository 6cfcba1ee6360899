//! Accounts, their sessions, and what is forgotten when somebody leaves.

mod erasure;
mod record;
mod repository;
mod sessions;
mod view;

pub use erasure::{Erasure, Trace};
pub use record::{PayoutRecord, SessionRecord, UserRecord};
pub use repository::Users;
pub use sessions::Sessions;

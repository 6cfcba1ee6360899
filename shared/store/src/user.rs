//! Accounts, their sessions, and what is forgotten when somebody leaves.

mod changes;
mod erasure;
mod record;
mod repository;
mod sessions;

pub use erasure::Erasure;
pub(crate) use record::{EmailClaim, SessionsMark};
pub use record::{PayoutRecord, SessionRecord, UserRecord};
pub use repository::Users;
pub use sessions::Sessions;

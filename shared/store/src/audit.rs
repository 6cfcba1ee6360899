//! What admins do to what is not theirs: each step leaves an entry of who, what, why, before and after.

mod record;
mod repository;
mod tx;

pub use record::{AuditAction, AuditRecord};
pub use repository::Administration;
pub use tx::Audit;
pub(crate) use tx::{AdminTx, Entry};

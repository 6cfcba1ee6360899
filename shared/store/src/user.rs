//! Accounts, their sessions, and what is forgotten when somebody leaves.

mod attempt;
mod changes;
mod erasure;
mod mailbox;
mod record;
mod registrations;
mod repository;
mod sessions;
mod view;

pub use attempt::AttemptRecord;
pub use erasure::Erasure;
pub use mailbox::{MAILS_A_DAY, Mailbox, UnaskedMail};
pub(crate) use record::{EmailClaim, SessionsMark};
pub use record::{PayoutRecord, SessionRecord, UserRecord};
pub use registrations::{Claimants, Registrations};
pub use repository::Users;
pub use sessions::Sessions;

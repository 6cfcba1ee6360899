//! Accounts, their sessions, and what is forgotten when somebody leaves.

mod attempt;
mod changes;
mod erasure;
mod mailbox;
mod paid;
mod record;
mod registrations;
mod replies;
mod repository;
mod sessions;
mod suppression;
mod suppressions;
mod view;

pub use attempt::AttemptRecord;
pub use erasure::Erasure;
pub use mailbox::{MAILS_A_DAY, Mailbox, UnaskedMail};
pub use paid::Paid;
pub(crate) use record::{EmailClaim, SessionsMark};
pub use record::{PayoutRecord, SessionRecord, UserRecord};
pub use registrations::{Claimants, Registrations};
pub use replies::Replies;
pub use repository::Users;
pub use sessions::{Both, Sessions};
pub use suppression::SuppressionRecord;
pub use suppressions::Suppressions;

//! Lines of payment history, the ledger's journals.

mod book;
mod chain;
mod changes;
mod filter;
mod ledger;
mod record;
mod repository;
mod second;
mod statement;
mod view;

pub(crate) use book::{book, book_on};
pub use chain::Chain;
pub(crate) use chain::LedgerHead;
pub(crate) use changes::{moved, resized};
pub use filter::PaymentFilter;
pub(crate) use ledger::JournalRecord;
pub(crate) use record::{BlockedRelease, StripeEventRecord};
pub use record::{PaymentKind, PaymentRecord, PaymentStatus};
pub use repository::Payments;
pub use second::{Returned, SecondCharge, SecondCharges};

//! Lines of payment history, and invoice numbers.

mod record;
mod repository;

pub use record::{InvoiceCounter, PaymentKind, PaymentRecord, PaymentStatus};
pub use repository::Payments;

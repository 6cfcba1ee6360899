//! Lines of payment history, and invoice numbers.

mod record;
mod repository;
mod second;

pub use record::{InvoiceCounter, PaymentKind, PaymentRecord, PaymentStatus};
pub use repository::Payments;
pub use second::{Returned, SecondCharge, SecondCharges};

//! Documents of the books: what each says was frozen as it was issued.

mod issue;
mod record;
mod view;

pub use issue::Issuing;
pub(crate) use issue::{Document, issue};
pub use record::{InvoiceCounter, InvoiceKind, InvoiceLineRecord, InvoiceRecord};

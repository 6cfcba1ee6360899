//! What people want on their invoices.

mod platform;
mod record;
mod repository;
mod view;

pub use record::{BillingDetails, BillingRecord};
pub use repository::Billings;

//! What moderators are to look at (ADR 81).

mod record;
mod repository;

pub use record::{ReportRecord, ReportedBy};
pub use repository::Reports;

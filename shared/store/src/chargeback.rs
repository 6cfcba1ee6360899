//! Chargebacks and warnings of fraud: what a client's bank wants back of a milestone's money, and what becomes of it.

mod facts;
mod holding;
mod record;
mod repository;
mod taking;
mod view;
mod warning;

pub use record::{ChargebackRecord, FraudWarningRecord, TakenRecord};
pub use repository::Chargebacks;

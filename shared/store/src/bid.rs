//! Bids.

mod facts;
mod record;
mod repository;

pub use record::BidRecord;
pub use repository::{Bidding, Bids, TaskBids};

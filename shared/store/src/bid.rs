//! Bids.

pub(crate) mod cards;
mod facts;
mod record;
mod repository;
mod view;

pub use record::{BidPiece, BidRecord, Bidder};
pub use repository::{Bidding, Bids, TaskBids};

//! Bids.

pub(crate) mod cards;
mod facts;
mod record;
mod repository;
mod stored;
mod view;

pub use cards::BidCard;
pub use record::{BidPiece, BidQuestion, BidRecord};
pub use repository::{Bidding, Bids, TaskBids};

//! How a bid stands in the table.

use super::cards::BidCard;
use super::record::BidRecord;
use crate::StoreError;
use crate::keys::{self, Key};
use crate::personal::{Export, Personal};
use crate::record::{Card as _, Indexes, Record, word};
use crate::transitions::State;

impl Record for BidRecord {
    const TYPE: &'static str = "bid";
    /// The second has the freelancer's name alone: who they are is read from their account.
    const V: u32 = 2;
    const BEGINS: (&'static str, &'static str) = (keys::TASK, keys::BID);
    const PERSONAL: Personal = Personal::Names {
        export: Export::Bids,
        rest: "the bid, which its client has read and may have accepted",
    };
    fn key(&self) -> Key {
        keys::bid(self.task_id, self.freelancer.id)
    }
    fn indexes(&self) -> Result<Indexes, StoreError> {
        Ok(Indexes {
            gsi1: Some(keys::by_bid_id(self.id)),
            gsi3: Some((keys::bids_of(self.freelancer.id), self.id.to_string())),
            card: Some(BidCard::of(self).attribute()?),
            ..Indexes::default()
        })
    }
    fn status(&self) -> Option<String> {
        word(&self.status)
    }
    fn states(&self) -> Vec<State> {
        vec![State::Bid(self.status)]
    }
}

//! Bids.

use super::cards::BidCard;
use crate::StoreError;
use crate::file::AttachedFile;
use crate::keys::{self, Key};
use crate::personal::{Export, Personal};
use crate::record::{Card as _, Indexes, Record, word};
use crate::transitions::State;
use proconnect_domain::{
    BidId, BidStatus, ContractId, DeclineReason, FileId, Money, PortfolioItemId, ProposedMilestone, TaskId,
    Timestamp, UserId,
};
use serde::{Deserialize, Serialize};

/// A bid.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BidRecord {
    /// Id.
    pub id: BidId,
    /// The task.
    pub task_id: TaskId,
    /// Its title.
    pub task_title: String,
    /// Its client.
    pub client_id: UserId,
    /// The client's name.
    pub client_name: String,
    /// Who bids.
    pub freelancer: Bidder,
    /// The approach.
    pub cover_letter: String,
    /// The whole price.
    pub amount: Money,
    /// Days from acceptance to the end.
    pub timeline_days: u32,
    /// The proposed milestones.
    pub milestones: Vec<ProposedMilestone>,
    /// Questions.
    pub questions: Vec<String>,
    /// Pieces of the portfolio, as they were: the comparison shows them without reading a profile for each bid. Six of
    /// about 150 bytes, beside a cover letter of up to 5,000, so the card carries them as well.
    #[serde(default)]
    pub portfolio_items: Vec<BidPiece>,
    /// Files that go with it.
    #[serde(default)]
    pub attachments: Vec<AttachedFile>,
    /// State.
    pub status: BidStatus,
    /// Why it was declined.
    pub decline_reason: Option<DeclineReason>,
    /// What the client wrote with it.
    pub decline_note: Option<String>,
    /// When it was made.
    pub created_at: Timestamp,
    /// The contract that came of it.
    pub contract_id: Option<ContractId>,
}

/// A freelancer as the client compares them.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Bidder {
    /// Id.
    pub id: UserId,
    /// Name.
    pub name: String,
    /// Their picture, as it was when the bid was made.
    #[serde(default)]
    pub avatar_id: Option<FileId>,
    /// When the account was made.
    pub member_since: Timestamp,
    /// Contracts completed here, when the bid was made.
    pub completed_contracts: u32,
}

/// A piece of the freelancer's portfolio that a bid shows, as it was when the bid was made.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BidPiece {
    /// The piece's id in the portfolio.
    pub id: PortfolioItemId,
    /// Title.
    pub title: String,
    /// Where it can be seen.
    pub url: Option<String>,
    /// Its picture.
    pub picture_id: Option<FileId>,
}

impl Record for BidRecord {
    const TYPE: &'static str = "bid";
    const V: u32 = 1;
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

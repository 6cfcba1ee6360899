//! Bids.

use crate::StoreError;
use crate::keys::{self, Key};
use crate::record::{Indexes, Record, word};
use crate::transitions::State;
use proconnect_api::{Bid, BidPiece, Bidder, FileRef};
use proconnect_domain::{
    BidId, BidStatus, ContractId, DeclineReason, Money, ProposedMilestone, TaskId, Timestamp, UserId,
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
    pub attachments: Vec<FileRef>,
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

impl BidRecord {
    /// As the API answers it.
    pub fn view(&self) -> Bid {
        Bid {
            id: self.id,
            task_id: self.task_id,
            task_title: self.task_title.clone(),
            freelancer: self.freelancer.clone(),
            cover_letter: self.cover_letter.clone(),
            amount: self.amount,
            timeline_days: self.timeline_days,
            milestones: self.milestones.clone(),
            questions: self.questions.clone(),
            portfolio_items: self.portfolio_items.clone(),
            attachments: self.attachments.clone(),
            status: self.status,
            decline_reason: self.decline_reason,
            decline_note: self.decline_note.clone(),
            created_at: self.created_at,
            contract_id: self.contract_id,
        }
    }
}

impl Record for BidRecord {
    const LABEL: &'static str = "bid";
    fn key(&self) -> Key {
        keys::bid(self.task_id, self.freelancer.id)
    }
    fn indexes(&self) -> Result<Indexes, StoreError> {
        Ok(Indexes {
            gsi1: Some(keys::by_bid_id(self.id)),
            gsi3: Some((keys::bids_of(self.freelancer.id), self.id.to_string())),
            card: Some(serde_dynamo::to_attribute_value(self.view())?),
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

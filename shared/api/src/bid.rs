//! Bids.

use crate::FileRef;
use proconnect_domain::{
    BidId, BidStatus, ContractId, DeclineReason, FileId, Money, PortfolioItemId, ProposedMilestone, TaskId,
    Timestamp, UserId,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A freelancer as the client compares them.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Bidder {
    /// Id.
    pub id: UserId,
    /// Name.
    pub name: String,
    /// Their picture, as it was when the bid was made; 404 once they show another.
    #[serde(default)]
    pub avatar_id: Option<FileId>,
    /// When the account was made.
    pub member_since: Timestamp,
    /// Contracts completed here, when the bid was made.
    pub completed_contracts: u32,
}

/// A piece of the freelancer's portfolio that a bid shows. Title and address are those of the moment of the bid, whatever
/// becomes of the piece; its picture is shown as long as the portfolio shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct BidPiece {
    /// The piece's id in the portfolio.
    pub id: PortfolioItemId,
    /// Title.
    pub title: String,
    /// Where it can be seen.
    pub url: Option<String>,
    /// Its picture: `/pictures/{pictureId}/small.webp` and `large.webp`; 404 once the portfolio has it no longer.
    pub picture_id: Option<FileId>,
}

/// A bid: seen by its freelancer and by the task's client, by nobody else.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Bid {
    /// Id.
    pub id: BidId,
    /// The task.
    pub task_id: TaskId,
    /// Its title.
    pub task_title: String,
    /// Who bids.
    pub freelancer: Bidder,
    /// The approach, in the freelancer's words.
    pub cover_letter: String,
    /// The whole price.
    pub amount: Money,
    /// Days from acceptance to the end.
    pub timeline_days: u32,
    /// The proposed milestones; they add up to the amount.
    pub milestones: Vec<ProposedMilestone>,
    /// Questions to the client.
    pub questions: Vec<String>,
    /// Pieces of the freelancer's portfolio that are like the task.
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

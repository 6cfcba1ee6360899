//! Bids.

use crate::{FileRef, Person};
use proconnect_domain::{
    BidId, BidStatus, ContractId, DeclineReason, FileId, Money, PortfolioItemId, ProposedMilestone, TaskId,
    Timestamp,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A piece of the freelancer's portfolio that a bid shows. Title and address are those of the moment of the bid, whatever
/// becomes of the piece; its picture is shown, and its file downloaded, as long as the portfolio shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct BidPiece {
    /// The piece's id in the portfolio.
    pub id: PortfolioItemId,
    /// Title.
    pub title: String,
    /// Where it can be seen.
    pub url: Option<String>,
    /// Its picture, or that of its PDF's first page: `/pictures/{pictureId}/small.webp` and `large.webp`; 404 once the portfolio
    /// has it no longer.
    pub picture_id: Option<FileId>,
    /// Its file, unless that is a picture; 404 once the portfolio has it no longer.
    #[serde(default)]
    pub file: Option<FileRef>,
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
    pub freelancer: Person,
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
    /// The version of the task for which it was made, or for which its freelancer last said that it stands.
    pub task_version: u32,
    /// The task has changed since in a way that matters, and its freelancer has not said yet whether it stands.
    pub is_asked: bool,
}

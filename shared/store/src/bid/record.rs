//! Bids.

use crate::contract::Party;
use crate::file::AttachedFile;
use crate::task::{first_edition, is_first_edition};
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
    /// The client's name, of the day of the bid.
    pub client_name: String,
    /// Who bids, by the name of that day.
    pub freelancer: Party,
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
    /// about 150 bytes, 300 with a file, beside a cover letter of up to 5,000, so the card carries them as well.
    #[serde(default)]
    pub portfolio_items: Vec<BidPiece>,
    /// Files that go with it.
    #[serde(default)]
    pub attachments: Vec<AttachedFile>,
    /// State.
    pub status: BidStatus,
    /// It has been on the shortlist, which its freelancer is told of once.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub was_shortlisted: bool,
    /// Why it was declined.
    pub decline_reason: Option<DeclineReason>,
    /// What the client wrote with it.
    pub decline_note: Option<String>,
    /// When it was made.
    pub created_at: Timestamp,
    /// The contract that came of it.
    pub contract_id: Option<ContractId>,
    /// The edition of the task for which it was made, or for which its freelancer last said that it stands.
    #[serde(default = "first_edition", skip_serializing_if = "is_first_edition")]
    pub task_version: u32,
    /// Whether it still stands, its freelancer was asked and has not answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<BidQuestion>,
}

/// Asks whether a bid stands, since its task has changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BidQuestion {
    /// The newest edition of the task that was told of.
    pub version: u32,
    /// When it was last mailed.
    pub mailed_at: Timestamp,
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
    /// Its file, unless that is a picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<AttachedFile>,
}

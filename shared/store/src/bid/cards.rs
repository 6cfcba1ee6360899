//! What lists hold of a bid: nearly all of it, since bids are compared whole.

use super::{BidPiece, BidRecord};
use crate::contract::Party;
use crate::file::AttachedFile;
use crate::record::Card;
use crate::task::{first_edition, is_first_edition};
use proconnect_domain::{
    BidId, BidStatus, ContractId, DeclineReason, Money, ProposedMilestone, TaskId, Timestamp,
};
use serde::{Deserialize, Serialize};

/// A bid in a list.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BidCard {
    /// Id.
    pub id: BidId,
    /// The task.
    pub task_id: TaskId,
    /// Its title.
    pub task_title: String,
    /// Who bids.
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
    /// Pieces of the portfolio.
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
    /// For which edition of the task.
    #[serde(default = "first_edition", skip_serializing_if = "is_first_edition")]
    pub task_version: u32,
    /// Its freelancer was asked whether it stands, and has not answered.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_asked: bool,
}

impl Card for BidCard {
    type Of = BidRecord;
}

impl BidCard {
    pub(crate) fn of(bid: &BidRecord) -> Self {
        let bid = bid.clone();
        Self {
            id: bid.id,
            task_id: bid.task_id,
            task_title: bid.task_title,
            freelancer: bid.freelancer,
            cover_letter: bid.cover_letter,
            amount: bid.amount,
            timeline_days: bid.timeline_days,
            milestones: bid.milestones,
            questions: bid.questions,
            portfolio_items: bid.portfolio_items,
            attachments: bid.attachments,
            status: bid.status,
            decline_reason: bid.decline_reason,
            decline_note: bid.decline_note,
            created_at: bid.created_at,
            contract_id: bid.contract_id,
            task_version: bid.task_version,
            is_asked: bid.question.is_some() && bid.status.is_open(),
        }
    }
}

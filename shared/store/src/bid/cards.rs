//! What lists hold of a bid: nearly all of it, since bids are compared whole.

use super::{BidPiece, BidRecord, Bidder};
use crate::file::AttachedFile;
use crate::record::Card;
use proconnect_domain::{
    BidId, BidStatus, ContractId, DeclineReason, Money, ProposedMilestone, TaskId, Timestamp,
};
use serde::{Deserialize, Serialize};

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct BidCard {
    pub(crate) id: BidId,
    pub(crate) task_id: TaskId,
    pub(crate) task_title: String,
    pub(crate) freelancer: Bidder,
    pub(crate) cover_letter: String,
    pub(crate) amount: Money,
    pub(crate) timeline_days: u32,
    pub(crate) milestones: Vec<ProposedMilestone>,
    pub(crate) questions: Vec<String>,
    #[serde(default)]
    pub(crate) portfolio_items: Vec<BidPiece>,
    #[serde(default)]
    pub(crate) attachments: Vec<AttachedFile>,
    pub(crate) status: BidStatus,
    pub(crate) decline_reason: Option<DeclineReason>,
    pub(crate) decline_note: Option<String>,
    pub(crate) created_at: Timestamp,
    pub(crate) contract_id: Option<ContractId>,
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
        }
    }
}

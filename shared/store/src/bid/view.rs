//! Bids as the API answers them.

use super::cards::BidCard;
use super::{BidPiece, BidRecord, Bidder};
use crate::file::references;
use proconnect_api as api;

impl BidRecord {
    /// As the API answers it.
    pub fn view(&self) -> api::Bid {
        BidCard::of(self).into()
    }
}

impl From<BidCard> for api::Bid {
    fn from(card: BidCard) -> Self {
        Self {
            id: card.id,
            task_id: card.task_id,
            task_title: card.task_title,
            freelancer: card.freelancer.into(),
            cover_letter: card.cover_letter,
            amount: card.amount,
            timeline_days: card.timeline_days,
            milestones: card.milestones,
            questions: card.questions,
            portfolio_items: card.portfolio_items.into_iter().map(Into::into).collect(),
            attachments: references(&card.attachments),
            status: card.status,
            decline_reason: card.decline_reason,
            decline_note: card.decline_note,
            created_at: card.created_at,
            contract_id: card.contract_id,
        }
    }
}

impl From<Bidder> for api::Bidder {
    fn from(bidder: Bidder) -> Self {
        Self {
            id: bidder.id,
            name: bidder.name,
            avatar_id: bidder.avatar_id,
            member_since: bidder.member_since,
            completed_contracts: bidder.completed_contracts,
        }
    }
}

impl From<BidPiece> for api::BidPiece {
    fn from(piece: BidPiece) -> Self {
        Self {
            id: piece.id,
            title: piece.title,
            url: piece.url,
            picture_id: piece.picture_id,
        }
    }
}

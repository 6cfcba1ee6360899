//! Bids as the API returns them.

use super::cards::BidCard;
use super::{BidPiece, BidRecord};
use crate::People;
use crate::file::references;
use proconnect_api as api;

impl BidRecord {
    /// As the API returns it.
    pub fn view(&self, people: &People) -> api::Bid {
        BidCard::of(self).view(people)
    }
}

impl BidCard {
    /// As the API answers it.
    pub fn view(self, people: &People) -> api::Bid {
        api::Bid {
            id: self.id,
            task_id: self.task_id,
            task_title: self.task_title,
            freelancer: people.of(&self.freelancer),
            cover_letter: self.cover_letter,
            amount: self.amount,
            timeline_days: self.timeline_days,
            milestones: self.milestones,
            questions: self.questions,
            portfolio_items: self.portfolio_items.into_iter().map(Into::into).collect(),
            attachments: references(&self.attachments),
            status: self.status,
            decline_reason: self.decline_reason,
            decline_note: self.decline_note,
            created_at: self.created_at,
            contract_id: self.contract_id,
            task_version: self.task_version,
            is_asked: self.is_asked,
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
            file: piece.file.map(Into::into),
        }
    }
}

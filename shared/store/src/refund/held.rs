//! What is held of a milestone, and what is asked for of it.

use super::record::RefundRequestRecord;
use crate::contract::MilestoneRecord;
use proconnect_domain::{FundsStatus, MAX_HOLD, Money, RefundFacts, RefundRequestStatus, Waiting};

impl MilestoneRecord {
    /// What is held of its money while it is held: all that was paid, less what went back.
    pub fn held(&self) -> Money {
        self.kept.as_ref().map_or(self.amount, |kept| kept.amount)
    }

    /// All of its money went back by agreement.
    pub fn is_given_back(&self) -> bool {
        let is_nothing = self.kept.as_ref().is_some_and(|kept| kept.amount.amount == 0);
        is_nothing && self.funds != FundsStatus::ChargebackLost
    }

    /// The request that waits for the freelancer's answer.
    pub fn open_request(&self) -> Option<&RefundRequestRecord> {
        let last = self.refund_requests.last();
        last.filter(|request| request.status == RefundRequestStatus::Open)
    }

    /// The freelancer has let the time for an answer pass, and nothing came of it since.
    pub fn is_unanswered(&self) -> bool {
        let last = self.refund_requests.last();
        last.is_some_and(|request| request.status == RefundRequestStatus::Unanswered)
    }

    /// The clock of the request that waits for an answer.
    pub(crate) fn request_clock(&self) -> Option<Waiting> {
        let request = self.open_request()?;
        let facts = RefundFacts {
            asked_at: request.asked_at,
            hold_ends_at: self.funded_at.unwrap_or(request.asked_at).plus(MAX_HOLD),
            held: self.held(),
        };
        Some(facts.clock())
    }
}

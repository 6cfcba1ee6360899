//! What each step of a refund changes of its milestone.

use super::record::{AgreedRefund, Kept, RefundRequestRecord};
use crate::StoreError;
use crate::contract::{MilestoneRecord, RefundLeg};
use proconnect_domain::{
    FundsEvent, Money, PaymentId, REVIEW_AFTER_REFUND, REVIEW_PERIOD, RefundRequestEvent, RefundRequestId,
    RefundRequestStatus, Timestamp, WorkStatus,
};

impl MilestoneRecord {
    /// How much of a request could go back: an offer may have come meanwhile.
    pub(crate) fn asked(&self, request: &RefundRequestRecord) -> Money {
        match request.status.can_be_accepted() && self.funds.is_held() {
            true => Money::new(
                request.amount.amount.min(self.held().amount),
                request.amount.currency,
            ),
            false => request.amount,
        }
    }

    /// The client asks. One that was not answered gives way to it.
    pub(crate) fn ask(&mut self, amount: Money, reason: String, now: Timestamp) -> Result<(), StoreError> {
        let open = |status: RefundRequestStatus| status.can_be_accepted();
        if let Some(last) = self.refund_requests.last_mut().filter(|last| open(last.status)) {
            last.close(RefundRequestEvent::AskAgain, now)?;
        }
        let number = u8::try_from(self.refund_requests.len() + 1).unwrap_or(u8::MAX);
        self.refund_requests.push(RefundRequestRecord {
            id: RefundRequestId::of(self.id, number),
            amount,
            reason,
            status: RefundRequestStatus::Open,
            asked_at: now,
            answer: None,
            closed_at: None,
        });
        self.reminded_until = Some(now);
        Ok(())
    }

    /// A request comes to an end without money.
    pub(crate) fn end_request(
        &mut self,
        id: RefundRequestId,
        how: RefundRequestEvent,
        now: Timestamp,
    ) -> Result<&mut RefundRequestRecord, StoreError> {
        self.resume_review(now);
        let request = self.request_mut(id)?;
        request.close(how, now)?;
        Ok(request)
    }

    /// An approval or a dispute comes before an answer.
    pub(crate) fn overtake_request(
        &mut self,
        how: RefundRequestEvent,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let last = self.refund_requests.last_mut();
        match last.filter(|last| last.status.can_be_accepted()) {
            Some(last) => last.close(how, now),
            None => Ok(()),
        }
    }

    /// The freelancer gives so much back. A request for no more than that is accepted with it.
    pub(crate) fn give_back(
        &mut self,
        amount: Money,
        (payment_id, fee_basis_points): (PaymentId, u32),
        accepted: Option<RefundRequestId>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let last = self.refund_requests.last();
        let covered =
            last.filter(|last| last.status.can_be_accepted() && self.asked(last).amount <= amount.amount);
        let covered = covered.map(|last| last.id);
        if let Some(id) = accepted.or(covered) {
            let request = self.end_request(id, RefundRequestEvent::Accept, now)?;
            // Of what was asked for, something may have gone back meanwhile.
            request.amount = accepted.map_or(request.amount, |_| amount);
        }
        let rest = self.held().checked_sub(amount)?;
        if rest.amount == 0 {
            self.funds = self.funds.apply(FundsEvent::GiveBack)?;
        }
        self.kept = Some(Kept {
            amount: rest,
            fee: rest.share(fee_basis_points),
        });
        self.refunds.push(AgreedRefund {
            amount,
            request: accepted,
            leg: RefundLeg::ordered(payment_id),
            agreed_at: now,
        });
        Ok(())
    }

    /// A review stood still while the freelancer had to answer. It goes on where it was, with three days at least.
    fn resume_review(&mut self, now: Timestamp) {
        if self.work != WorkStatus::InReview || self.open_request().is_none() {
            return;
        }
        let least = now.minus(REVIEW_PERIOD.saturating_sub(REVIEW_AFTER_REFUND));
        let from = self.review_from.or(self.submitted_at).unwrap_or(least);
        self.review_from = Some(from.max(least));
        self.reminded_until = Some(now);
    }

    fn request_mut(&mut self, id: RefundRequestId) -> Result<&mut RefundRequestRecord, StoreError> {
        let mut requests = self.refund_requests.iter_mut();
        let found = requests.find(|request| request.id == id);
        found.ok_or_else(|| StoreError::Other(format!("{id} is not of its milestone")))
    }
}

impl RefundRequestRecord {
    fn close(&mut self, how: RefundRequestEvent, now: Timestamp) -> Result<(), StoreError> {
        self.status = self.status.apply(how)?;
        self.closed_at = Some(now);
        Ok(())
    }
}

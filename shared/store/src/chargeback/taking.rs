//! What a bank's decision changes of a milestone: what it takes, and what is put back should it decide otherwise.

use super::record::TakenRecord;
use crate::StoreError;
use crate::contract::{MilestoneRecord, RefundState};
use crate::refund::Kept;
use proconnect_domain::{FundsEvent, FundsStatus, Money, PaymentId, Taken, Timestamp, WorkStatus};

impl MilestoneRecord {
    /// The bank wants it back: held money is frozen.
    pub(super) fn freeze(&mut self) -> Result<(), StoreError> {
        if self.funds == FundsStatus::Funded {
            self.funds = self.funds.apply(FundsEvent::ChargebackOpened)?;
        }
        Ok(())
    }

    /// Held money is held as before, unless another chargeback is open. Work that waits for the client's answer has the whole time
    /// for it again: nobody could answer meanwhile.
    pub(super) fn thaw(&mut self, now: Timestamp) -> Result<(), StoreError> {
        if self.funds != FundsStatus::Chargeback || self.open_chargeback().is_some() {
            return Ok(());
        }
        self.funds = self.funds.apply(FundsEvent::ChargebackWon)?;
        self.review_from = (self.work == WorkStatus::InReview).then_some(now);
        self.reminded_until = Some(now);
        Ok(())
    }

    /// The bank keeps it. Of what was sent already nothing is taken: that is the platform's loss.
    pub(super) fn take(
        &mut self,
        amount: Money,
        basis_points: u32,
        now: Timestamp,
    ) -> Result<TakenRecord, StoreError> {
        let (ids, sums): (Vec<PaymentId>, Vec<Money>) = self
            .legs()
            .filter(|(leg, ..)| matches!(leg.status, RefundState::Ordered | RefundState::Failed))
            .map(|(leg, sum, _)| (leg.payment_id, sum))
            .unzip();
        let was_held = self.funds == FundsStatus::Chargeback;
        let unsent = match self.funds {
            FundsStatus::Chargeback
            | FundsStatus::ReleaseQueued
            | FundsStatus::ReleaseBlocked
            | FundsStatus::ReleaseFailed => self.released_amount(),
            _ => Money::zero(amount.currency),
        };
        let taken = Taken::of(amount, &sums, unsent)?;
        let refunds: Vec<PaymentId> = taken.refunds.iter().map(|place| ids[*place]).collect();
        for payment in &refunds {
            if let Some(leg) = self.leg_mut(*payment) {
                // What the processor still says of earlier attempts is no news.
                leg.order_again(now);
                leg.status = RefundState::Refunded;
            }
        }
        self.end_refunds()?;
        let (rest, before) = (unsent.checked_sub(taken.unsent)?, self.released_fee());
        let record = TakenRecord {
            refunds,
            refunded: taken.refunded,
            unsent: taken.unsent,
            fee: match taken.unsent.amount {
                0 => Money::zero(amount.currency),
                _ => before.checked_sub(rest.share(basis_points))?,
            },
            was_held,
            of_settlement: self.settlement.is_some(),
        };
        if taken.unsent.amount > 0 {
            if self.settlement.is_none() {
                self.keep(rest, basis_points);
            }
            if rest.amount == 0 {
                self.funds = self.funds.apply(FundsEvent::ChargebackLost)?;
            }
        }
        Ok(record)
    }

    /// Whether what was taken can be put back to where it was: nothing was decided about the rest since.
    pub(super) fn can_put_back(&self, taken: &TakenRecord) -> bool {
        use FundsStatus::{Chargeback, ChargebackLost, Funded, ReleaseBlocked, ReleaseFailed, ReleaseQueued};
        taken.unsent.amount == 0
            || match taken.was_held {
                true => matches!(self.funds, ChargebackLost | Funded | Chargeback),
                false => matches!(
                    self.funds,
                    ChargebackLost | ReleaseQueued | ReleaseBlocked | ReleaseFailed
                ),
            }
    }

    /// The bank gives it back after all. What is no longer taken has left the chargeback's record before.
    pub(super) fn put_back(&mut self, taken: &TakenRecord, basis_points: u32) -> Result<(), StoreError> {
        for payment in &taken.refunds {
            if let Some(leg) = self.leg_mut(*payment) {
                leg.status = RefundState::Ordered;
            }
        }
        if !taken.refunds.is_empty() && self.funds == FundsStatus::Refunded {
            self.funds = self.funds.apply(FundsEvent::ChargebackWon)?;
        }
        if taken.unsent.amount > 0 && !taken.of_settlement {
            let whole = self.held().checked_add(taken.unsent)?;
            self.keep(whole, basis_points);
        }
        if self.funds == FundsStatus::ChargebackLost {
            let step = match taken.was_held {
                true => FundsEvent::ChargebackWon,
                false => FundsEvent::RetryRelease,
            };
            self.funds = self.funds.apply(step)?;
        }
        Ok(())
    }

    /// So much of it is left, with the fee on that.
    fn keep(&mut self, amount: Money, basis_points: u32) {
        let fee = amount.share(basis_points);
        let is_whole = amount == self.amount && self.refunds.is_empty();
        self.kept = (!is_whole).then_some(Kept { amount, fee });
    }
}

//! What is stuck in a contract. Nobody writes it down: it is the states of payouts and refunds that failed, of chargebacks and
//! warnings.

use crate::billing::BillingDetails;
use crate::contract::{ContractRecord, MilestoneRecord, RefundState};
use crate::invoice::Document;
use proconnect_domain::{FundsStatus, MilestoneId, Money, PaymentId, Timestamp};

/// What could not be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StuckKind {
    /// The freelancer could not be paid.
    Payout,
    /// The client could not be given money back.
    Refund,
    /// The client's bank wants money back: evidence is to be sent.
    Chargeback,
    /// A network warns of fraud: the payout waits until somebody has looked.
    FraudWarning,
}

/// A payout or refund that the processor refused for good, or that came back; or what waits for an admin's answer to a bank or a
/// network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StuckPayment {
    /// The line of history of whoever waits for it.
    pub payment_id: PaymentId,
    /// Of which milestone.
    pub milestone_id: MilestoneId,
    /// Its title.
    pub milestone_title: String,
    /// What could not be done.
    pub kind: StuckKind,
    /// How much somebody waits for.
    pub amount: Money,
    /// When it was ordered, or when we heard of it.
    pub since: Timestamp,
    /// By when evidence can be sent, of chargebacks.
    pub answer_by: Option<Timestamp>,
}

impl StuckPayment {
    /// The document that goes with it once it is paid: that of its line of history.
    pub(super) fn document(&self, platform: BillingDetails) -> (PaymentId, Document) {
        let document = match self.kind {
            StuckKind::Payout => Document::FeeInvoice(platform),
            // Of the others nothing is paid by hand.
            StuckKind::Refund | StuckKind::Chargeback | StuckKind::FraudWarning => {
                Document::CreditNote(self.amount)
            }
        };
        (self.payment_id, document)
    }
}

impl ContractRecord {
    /// What is stuck in it.
    pub fn stuck(&self) -> Vec<StuckPayment> {
        self.milestones.iter().flat_map(MilestoneRecord::stuck).collect()
    }

    /// One of them, by its line of history.
    pub fn stuck_payment(&self, milestone: MilestoneId, payment: PaymentId) -> Option<StuckPayment> {
        let mut stuck = self.milestone(milestone)?.stuck().into_iter();
        stuck.find(|stuck| stuck.payment_id == payment)
    }
}

impl MilestoneRecord {
    fn stuck(&self) -> Vec<StuckPayment> {
        let of = |kind, payment_id, amount, since| StuckPayment {
            payment_id,
            milestone_id: self.id,
            milestone_title: self.title.clone(),
            kind,
            amount,
            since,
            answer_by: None,
        };
        let failed = self.funds == FundsStatus::ReleaseFailed;
        let payout = self.transfer_payment.zip(self.payout().ok()).filter(|_| failed);
        let since = self.release_began_at.or(self.approved_at).or(self.funded_at);
        let payout = payout
            .zip(since)
            .map(|((payment, amount), since)| of(StuckKind::Payout, payment, amount, since));
        let refunds = self.legs().filter(|(leg, ..)| leg.status == RefundState::Failed);
        let refunds =
            refunds.map(|(leg, amount, since)| of(StuckKind::Refund, leg.payment_id, amount, since));
        let bank = self.open_chargeback().zip(self.charge_payment);
        let bank = bank.map(|(chargeback, payment)| StuckPayment {
            answer_by: chargeback.answer_by,
            ..of(
                StuckKind::Chargeback,
                payment,
                chargeback.amount,
                chargeback.opened_at,
            )
        });
        // What was sent cannot be held back any more.
        let is_here = self.released_at.is_none() && self.released_amount().amount > 0;
        let warning = self.open_warning().zip(self.charge_payment).filter(|_| is_here);
        let warning = warning.map(|(warning, payment)| {
            of(
                StuckKind::FraudWarning,
                payment,
                self.released_amount(),
                warning.warned_at,
            )
        });
        let failed = payout.into_iter().chain(refunds);
        failed.chain(bank).chain(warning).collect()
    }
}

//! What goes back to a client, on its way: decided in a dispute, or agreed on. Each step is one transaction with its journal,
//! whose key names the refund, so whatever the processor says twice is booked once.

use crate::contract::{ContractRecord, MilestoneRecord, RefundLeg, RefundState, milestone_of};
use crate::invoice::{Document, issue};
use crate::payment::{PaymentStatus, book, moved};
use crate::record::Stored;
use crate::tx::Tx;
use crate::{Store, StoreError};
use proconnect_domain::{FundsEvent, FundsStatus, MilestoneId, Money, PaymentId, Timestamp};
use proconnect_events::{Fact, MilestoneRefunded};
use proconnect_payments::ledger::Journal;
use proconnect_payments::{RefundReceipt, RefundStatus};

/// Refunds that were decided or agreed on.
pub struct RefundLegs<'a>(&'a Store);

/// Which of them: whose money, and the client's line of history for it.
type Which = (MilestoneId, PaymentId);

/// A refund that the processor has not taken yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefundToMake {
    /// The client's line of history for it.
    pub payment_id: PaymentId,
    /// `ch_…` that funded the milestone.
    pub charge_id: String,
    /// How much.
    pub amount: Money,
    /// When it was decided or agreed on, or an admin had it tried again.
    pub ordered_at: Timestamp,
    /// The number of the attempt, from 1.
    pub attempt: u32,
    /// Refunds of the processor's that failed before.
    pub failed: Vec<String>,
}

impl Store {
    /// Refunds that were decided or agreed on.
    pub fn refund_legs(&self) -> RefundLegs<'_> {
        RefundLegs(self)
    }
}

impl MilestoneRecord {
    /// Everything of its money that goes back: how, how much, and since when.
    pub(crate) fn legs(&self) -> impl Iterator<Item = (&RefundLeg, Money, Timestamp)> {
        let decided = self.settlement.as_ref().and_then(|settled| {
            let leg = settled.refund.as_ref()?;
            Some((leg, settled.to_client, settled.decided_at))
        });
        let agreed = self.refunds.iter();
        let agreed = agreed.map(|refund| (&refund.leg, refund.amount, refund.agreed_at));
        decided.into_iter().chain(agreed)
    }

    pub(crate) fn leg_mut(&mut self, payment: PaymentId) -> Option<&mut RefundLeg> {
        let decided = self
            .settlement
            .as_mut()
            .and_then(|settled| settled.refund.as_mut());
        let agreed = self.refunds.iter_mut().map(|refund| &mut refund.leg);
        decided
            .into_iter()
            .chain(agreed)
            .find(|leg| leg.payment_id == payment)
    }

    /// How far one of them has come, and how much it is.
    pub(crate) fn going_back(&self, payment: PaymentId) -> Result<(RefundState, Money), StoreError> {
        let leg = self.legs().find(|(leg, ..)| leg.payment_id == payment);
        let leg = leg.map(|(leg, amount, _)| (leg.status, amount));
        leg.ok_or_else(|| none(self.id))
    }

    /// How far all of it has come, where all of the milestone's money goes back: failed where a part has, there once all of
    /// it is.
    pub(crate) fn whole_refund(&self) -> Option<PaymentStatus> {
        if self.released_amount().amount > 0 || self.funds == FundsStatus::ChargebackLost {
            return None;
        }
        let states: Vec<RefundState> = self.legs().map(|(leg, ..)| leg.status).collect();
        if states.contains(&RefundState::Failed) {
            return Some(PaymentStatus::Failed);
        }
        let is_there = states.iter().all(|state| *state == RefundState::Refunded);
        Some(match is_there {
            true => PaymentStatus::Refunded,
            false => PaymentStatus::Refunding,
        })
    }

    /// The money is back once all of its parts are.
    pub(crate) fn end_refunds(&mut self) -> Result<(), StoreError> {
        if self.funds == FundsStatus::Refunding && self.whole_refund() == Some(PaymentStatus::Refunded) {
            self.funds = self.funds.apply(FundsEvent::RefundSucceeded)?;
        }
        Ok(())
    }
}

impl MilestoneRecord {
    fn ordered(&self) -> impl Iterator<Item = RefundToMake> {
        let ordered = self.legs().filter(|(leg, ..)| leg.status == RefundState::Ordered);
        ordered.map(|(leg, amount, decided_at)| RefundToMake {
            payment_id: leg.payment_id,
            charge_id: self.charge_id.clone().unwrap_or_default(),
            amount,
            ordered_at: leg.failed.last().map_or(decided_at, |failed| failed.retried_at),
            attempt: leg.attempt(),
            failed: leg
                .failed
                .iter()
                .filter_map(|failed| failed.refund_id.clone())
                .collect(),
        })
    }
}

impl ContractRecord {
    /// A refund of a milestone, if the processor has not taken it yet: by its line of history, or the one that a dispute decided.
    pub fn refund_to_make(&self, id: MilestoneId, payment: Option<PaymentId>) -> Option<RefundToMake> {
        // The processor gives nothing back of what a bank argues about.
        let milestone = self.milestone(id)?;
        if milestone.open_chargeback().is_some() {
            return None;
        }
        let decided = || {
            let refund = milestone.settlement.as_ref()?.refund.as_ref()?;
            Some(refund.payment_id)
        };
        let payment = payment.or_else(decided)?;
        let mut ordered = milestone.ordered();
        ordered.find(|refund| refund.payment_id == payment)
    }

    /// The refunds of a milestone that the processor has not taken yet, as far as we know.
    pub fn refunds_ordered(&self, id: MilestoneId) -> Vec<RefundToMake> {
        let milestone = self.milestone(id);
        milestone.into_iter().flat_map(MilestoneRecord::ordered).collect()
    }

    /// Whether a line of history is that of a refund which was decided or agreed on.
    pub fn has_refund_leg(&self, id: MilestoneId, payment: PaymentId) -> bool {
        let milestone = self.milestone(id);
        milestone.is_some_and(|milestone| milestone.legs().any(|(leg, ..)| leg.payment_id == payment))
    }
}

/// What a report changes: the state that the refund comes to, and what is booked for it.
fn news(from: RefundState, said: RefundStatus) -> Option<(RefundState, Option<Booked>)> {
    use RefundState::{Failed, OnTheWay, Ordered, Refunded};
    match (from, said) {
        (Ordered, RefundStatus::Pending) => Some((OnTheWay, Some(Booked::GivenBack))),
        (Ordered, RefundStatus::Succeeded) => Some((Refunded, Some(Booked::GivenBack))),
        (Ordered, RefundStatus::Failed) => Some((Failed, None)),
        (OnTheWay, RefundStatus::Succeeded) => Some((Refunded, None)),
        (OnTheWay | Refunded, RefundStatus::Failed) => Some((Failed, Some(Booked::CameBack))),
        // Said before, or late.
        (OnTheWay | Refunded, RefundStatus::Pending) | (Refunded, RefundStatus::Succeeded) | (Failed, _) => {
            None
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Booked {
    GivenBack,
    CameBack,
}

impl RefundLegs<'_> {
    /// Takes in what the processor says of a refund, in whatever order and however often it says so.
    pub async fn reported(
        &self,
        contract: &mut Stored<ContractRecord>,
        which: Which,
        receipt: &RefundReceipt,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let id = which.0;
        let leg = leg(contract, which)?;
        let news = news(leg.status, receipt.status).filter(|_| !leg.is_over(&receipt.id));
        let Some((status, booked)) = news else {
            return Ok(());
        };
        leg.status = status;
        leg.refund_id = Some(receipt.id.clone());
        let mut tx = Tx::new(self.0, now);
        let (journal, cause) = match booked {
            Some(Booked::GivenBack) => (Journal::given_back(id, receipt.amount), "refunded"),
            Some(Booked::CameBack) => (Journal::came_back(id, receipt.amount), "refund-came-back"),
            None => return self.write(tx, contract, which, None).await,
        };
        let cause = format!("{id}#{cause}#{}", receipt.id);
        book(&mut tx, self.0, contract, &cause, journal, now).await?;
        let credited = match booked {
            Some(Booked::GivenBack) => self.credit(&mut tx, contract, which, now).await?,
            _ => None,
        };
        let credited = credited.as_deref().map(|number| (number, now));
        self.write(tx, contract, which, credited).await
    }

    /// Issues the client's credit note, once it is certain that money goes back. It stands should the money not arrive: it says
    /// what the client no longer owes, and the line of history where the money is.
    async fn credit(
        &self,
        tx: &mut Tx,
        contract: &ContractRecord,
        (id, payment): Which,
        now: Timestamp,
    ) -> Result<Option<String>, StoreError> {
        let milestone = contract.milestone(id).ok_or_else(|| none(id))?;
        let (_, amount) = milestone.going_back(payment)?;
        let document = (payment, Document::CreditNote(amount));
        issue(tx, self.0, contract, milestone, document, now).await
    }

    /// The processor will not give it back: it stays owed, and a person has to look.
    pub async fn refused(
        &self,
        contract: &mut Stored<ContractRecord>,
        which: Which,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let leg = leg(contract, which)?;
        if leg.status != RefundState::Ordered {
            return Ok(());
        }
        leg.status = RefundState::Failed;
        self.write(Tx::new(self.0, now), contract, which, None).await
    }

    /// Writes the contract with the lines of history that show it, with the credit note if one was issued, and tells both once
    /// the money is there.
    async fn write(
        &self,
        mut tx: Tx,
        contract: &mut Stored<ContractRecord>,
        (id, payment): Which,
        credited: Option<(&str, Timestamp)>,
    ) -> Result<(), StoreError> {
        let (client_id, freelancer_id) = (contract.client.id, contract.freelancer.id);
        let milestone = milestone_of(contract, id)?;
        let whole = milestone.whole_refund();
        let (status, amount) = milestone.going_back(payment)?;
        let charge = milestone.charge_payment;
        let mut facts = Vec::new();
        if status == RefundState::Refunded {
            milestone.end_refunds()?;
            facts.push(Fact::MilestoneRefunded(MilestoneRefunded {
                milestone_id: id,
                client_id,
                freelancer_id,
                amount,
            }));
        }
        tx.transition(contract, facts)?;
        let shown = moved(client_id, Some(payment), status.shown(), credited)?;
        tx.change("refund", shown)?;
        if let Some(shown) = whole {
            tx.change("charge", moved(client_id, charge, shown, None)?)?;
        }
        tx.commit(self.0).await?;
        contract.mark_written();
        Ok(())
    }
}

/// The refund; only a mistake in our own code asks for one that is not there.
fn leg(contract: &mut ContractRecord, (id, payment): Which) -> Result<&mut RefundLeg, StoreError> {
    let leg = milestone_of(contract, id)?.leg_mut(payment);
    leg.ok_or_else(|| none(id))
}

fn none(id: MilestoneId) -> StoreError {
    StoreError::Other(format!("{id} has no such refund"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whatever is said in whatever order: what was booked as given back is what has not come back.
    #[test]
    fn what_is_booked_follows_the_state_in_every_order() {
        let said = [
            RefundStatus::Pending,
            RefundStatus::Succeeded,
            RefundStatus::Failed,
        ];
        for order in 0..3_u32.pow(5) {
            let (mut state, mut gone) = (RefundState::Ordered, 0);
            for place in 0..5 {
                let report = said[(order / 3_u32.pow(place) % 3) as usize];
                // Each report twice: the second changes nothing.
                for again in [false, true] {
                    let Some((next, booked)) = news(state, report) else {
                        continue;
                    };
                    assert!(!again, "{state:?} {report:?}");
                    state = next;
                    gone += match booked {
                        Some(Booked::GivenBack) => 1,
                        Some(Booked::CameBack) => -1,
                        None => 0,
                    };
                }
                let expected = matches!(state, RefundState::OnTheWay | RefundState::Refunded);
                assert_eq!(gone, i32::from(expected), "{state:?}");
            }
        }
    }
}

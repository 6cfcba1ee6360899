//! The client's part of what a dispute decided, on its way back: each step is one transaction with its journal, whose key names
//! the refund, so whatever the processor says twice is booked once.

use crate::contract::{ContractRecord, RefundLeg, RefundState, milestone_of};
use crate::invoice::{Document, issue};
use crate::payment::{PaymentStatus, book, moved};
use crate::record::Stored;
use crate::tx::Tx;
use crate::{Store, StoreError};
use proconnect_domain::{FundsEvent, FundsStatus, MilestoneId, Money, PaymentId, Timestamp};
use proconnect_events::{Fact, MilestoneRefunded};
use proconnect_payments::ledger::Journal;
use proconnect_payments::{RefundReceipt, RefundStatus};

/// Refunds that a dispute decided.
pub struct SettledRefunds<'a>(&'a Store);

/// A refund that the processor has not taken yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefundToMake {
    /// The client's line of history for it.
    pub payment_id: PaymentId,
    /// `ch_…` that funded the milestone.
    pub charge_id: String,
    /// How much.
    pub amount: Money,
    /// When it was decided.
    pub decided_at: Timestamp,
}

impl Store {
    /// Refunds that a dispute decided.
    pub fn settled_refunds(&self) -> SettledRefunds<'_> {
        SettledRefunds(self)
    }
}

impl ContractRecord {
    /// The refund of a milestone that the processor has not taken yet, if there is one.
    pub fn refund_to_make(&self, id: MilestoneId) -> Option<RefundToMake> {
        let milestone = self.milestone(id)?;
        let settled = milestone.settlement.as_ref()?;
        let refund = settled.refund.as_ref()?;
        (refund.status == RefundState::Ordered).then(|| RefundToMake {
            payment_id: refund.payment_id,
            charge_id: milestone.charge_id.clone().unwrap_or_default(),
            amount: settled.to_client,
            decided_at: settled.decided_at,
        })
    }

    /// Whether a line of history is that of a refund which a dispute decided.
    pub fn is_settled_refund(&self, id: MilestoneId, payment: PaymentId) -> bool {
        let settled = self
            .milestone(id)
            .and_then(|milestone| milestone.settlement.as_ref());
        let refund = settled.and_then(|settled| settled.refund.as_ref());
        refund.is_some_and(|refund| refund.payment_id == payment)
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

impl SettledRefunds<'_> {
    /// Takes in what the processor says of the refund, in whatever order and however often it says so.
    pub async fn reported(
        &self,
        contract: &mut Stored<ContractRecord>,
        id: MilestoneId,
        receipt: &RefundReceipt,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let Some((status, booked)) = news(leg(contract, id)?.status, receipt.status) else {
            return Ok(());
        };
        let refund = leg(contract, id)?;
        refund.status = status;
        refund.refund_id = Some(receipt.id.clone());
        let mut tx = Tx::new(self.0, now);
        let (journal, cause) = match booked {
            Some(Booked::GivenBack) => (Journal::given_back(id, receipt.amount), "refunded"),
            Some(Booked::CameBack) => (Journal::came_back(id, receipt.amount), "refund-came-back"),
            None => return self.write(tx, contract, id, None).await,
        };
        let cause = format!("{id}#{cause}#{}", receipt.id);
        book(&mut tx, self.0, contract, &cause, journal, now).await?;
        let credited = match booked {
            Some(Booked::GivenBack) => self.credit(&mut tx, contract, id, now).await?,
            _ => None,
        };
        let credited = credited.as_deref().map(|number| (number, now));
        self.write(tx, contract, id, credited).await
    }

    /// Issues the client's credit note, once it is certain that money goes back. It stands should the money not arrive: it says
    /// what the client no longer owes, and the line of history where the money is.
    async fn credit(
        &self,
        tx: &mut Tx,
        contract: &mut Stored<ContractRecord>,
        id: MilestoneId,
        now: Timestamp,
    ) -> Result<Option<String>, StoreError> {
        let payment = leg(contract, id)?.payment_id;
        let milestone = milestone_of(contract, id)?.clone();
        let Some(settled) = &milestone.settlement else {
            return Ok(None);
        };
        let document = (payment, Document::CreditNote(settled.to_client));
        issue(tx, self.0, contract, &milestone, document, now).await
    }

    /// The processor will not give it back: it stays owed, and a person has to look.
    pub async fn refused(
        &self,
        contract: &mut Stored<ContractRecord>,
        id: MilestoneId,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let refund = leg(contract, id)?;
        if refund.status != RefundState::Ordered {
            return Ok(());
        }
        refund.status = RefundState::Failed;
        self.write(Tx::new(self.0, now), contract, id, None).await
    }

    /// Writes the contract with the lines of history that show it, with the credit note if one was issued, and tells the client
    /// once the money is there.
    async fn write(
        &self,
        mut tx: Tx,
        contract: &mut Stored<ContractRecord>,
        id: MilestoneId,
        credited: Option<(&str, Timestamp)>,
    ) -> Result<(), StoreError> {
        let refund = leg(contract, id)?.clone();
        let shown = match refund.status {
            RefundState::Ordered | RefundState::OnTheWay => PaymentStatus::Refunding,
            RefundState::Refunded => PaymentStatus::Refunded,
            RefundState::Failed => PaymentStatus::Failed,
        };
        let (client_id, freelancer_id) = (contract.client.id, contract.freelancer.id);
        let milestone = milestone_of(contract, id)?;
        let (whole, charge) = (milestone.transfer_payment.is_none(), milestone.charge_payment);
        let amount = milestone.settlement.as_ref().map(|settled| settled.to_client);
        let mut facts = Vec::new();
        if let (RefundState::Refunded, Some(amount)) = (refund.status, amount) {
            if milestone.funds == FundsStatus::Refunding {
                milestone.funds = milestone.funds.apply(FundsEvent::RefundSucceeded)?;
            }
            facts.push(Fact::MilestoneRefunded(MilestoneRefunded {
                milestone_id: id,
                client_id,
                freelancer_id,
                amount,
            }));
        }
        tx.transition(contract, facts)?;
        tx.change(
            "refund",
            moved(client_id, Some(refund.payment_id), shown, credited)?,
        )?;
        if whole {
            tx.change("charge", moved(client_id, charge, shown, None)?)?;
        }
        tx.commit(self.0).await?;
        contract.mark_written();
        Ok(())
    }
}

/// The refund of a milestone; only a mistake in our own code asks for one that is not there.
fn leg(contract: &mut ContractRecord, id: MilestoneId) -> Result<&mut RefundLeg, StoreError> {
    let settled = milestone_of(contract, id)?.settlement.as_mut();
    let refund = settled.and_then(|settled| settled.refund.as_mut());
    refund.ok_or_else(|| StoreError::Other(format!("{id} has no refund")))
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

//! A charge that came on top of the one that funds its milestone: taken in, given back, or not.
//!
//! Each step has a journal whose key names the charge or the refund, so whatever comes twice is booked once. The line of
//! history stands beside the client's own charges, without an invoice: nothing was bought with it.

use super::{PaymentRecord, PaymentStatus, book, moved};
use crate::contract::{ContractRecord, MilestoneRecord, charge_line};
use crate::items::value;
use crate::tx::{Change, Tx};
use crate::{Store, StoreError, fresh_id, keys};
use proconnect_domain::{MilestoneId, Money, PaymentId, Timestamp};
use proconnect_messaging::ReturnPayment;
use proconnect_payments::ledger::Journal;
use proconnect_payments::{RefundReceipt, RefundStatus};

/// Second charges.
pub struct SecondCharges<'a>(&'a Store);

/// What was paid on top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecondCharge {
    /// `ch_…`.
    pub id: String,
    /// How much.
    pub amount: Money,
    /// The processor's own fee, when known.
    pub fee: Option<Money>,
}

/// Which line of history a refund belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Returned {
    /// What was paid twice.
    pub milestone: MilestoneId,
    /// The client's line of history for the second charge.
    pub payment: PaymentId,
}

impl Store {
    /// Second charges.
    pub fn second_charges(&self) -> SecondCharges<'_> {
        SecondCharges(self)
    }
}

impl SecondCharges<'_> {
    /// Takes it in: books it as owed, shows it to the client, and orders that it goes back, all or nothing. `false` when it
    /// was taken in before.
    pub async fn take(
        &self,
        contract: &ContractRecord,
        milestone: &MilestoneRecord,
        charge: SecondCharge,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        let (id, payment_id): (_, PaymentId) = (milestone.id, fresh_id(now)?);
        let mut tx = Tx::new(self.0, now);
        let cause = |what: &str| format!("{id}#{what}#{}", charge.id);
        let journal = Journal::paid_twice(id, charge.amount);
        book(&mut tx, self.0, contract, &cause("paid-twice"), journal, now).await?;
        if let Some(fee) = charge.fee {
            let journal = Journal::processor_fee(fee);
            book(&mut tx, self.0, contract, &cause("processor-fee"), journal, now).await?;
        }
        tx.create(&PaymentRecord {
            amount: charge.amount,
            status: PaymentStatus::Refunding,
            ..charge_line(contract, milestone, payment_id, None, now)
        })?;
        tx.order(&ReturnPayment {
            milestone_id: id,
            payment_id,
            charge_id: charge.id,
        })?;
        once(tx.commit(self.0).await)
    }

    /// Takes in what the processor says of the refund, in whatever order it says so. Both sides are told once it is on its way.
    pub async fn reported(
        &self,
        contract: &ContractRecord,
        of: Returned,
        refund: &RefundReceipt,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        if refund.status == RefundStatus::Failed {
            return self.came_back(contract, of, refund, now).await;
        }
        let status = match refund.status {
            RefundStatus::Succeeded => PaymentStatus::Refunded,
            _ => PaymentStatus::Refunding,
        };
        let mut tx = Tx::new(self.0, now);
        let journal = Journal::given_back(of.milestone, refund.amount);
        book(&mut tx, self.0, contract, &given_back(of, refund), journal, now).await?;
        tx.tell(contract.second_payment_returned(of.milestone, refund.amount));
        tx.change("payment", line(contract, of, status)?)?;
        if once(tx.commit(self.0).await)? || status == PaymentStatus::Refunding {
            return Ok(());
        }
        // On its way already, and now there; what has failed since stays so.
        self.show(contract, of, status, now).await
    }

    /// The processor will not give it back: a person has to look.
    pub async fn refused(
        &self,
        contract: &ContractRecord,
        of: Returned,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        self.show(contract, of, PaymentStatus::Failed, now).await
    }

    /// It was given back, and has come back: owed again.
    async fn came_back(
        &self,
        contract: &ContractRecord,
        of: Returned,
        refund: &RefundReceipt,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let mut tx = Tx::new(self.0, now);
        tx.exists("given back", keys::journal(contract.id, &given_back(of, refund)))?;
        let journal = Journal::came_back(of.milestone, refund.amount);
        let cause = format!("{}#came-back#{}", of.milestone, refund.id);
        book(&mut tx, self.0, contract, &cause, journal, now).await?;
        let change = line(contract, of, PaymentStatus::Failed)?;
        tx.change("payment", change)?;
        match once(tx.commit(self.0).await) {
            // It failed before anything was booked.
            Err(error) if error.is_condition("given back") => self.refused(contract, of, now).await,
            outcome => outcome.map(|_| ()),
        }
    }

    /// Moves the line of history on, if it still waits.
    async fn show(
        &self,
        contract: &ContractRecord,
        of: Returned,
        status: PaymentStatus,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let mut tx = Tx::new(self.0, now);
        let mut change = line(contract, of, status)?;
        change.condition = "#status = :waiting";
        change
            .values
            .push((":waiting", value(&PaymentStatus::Refunding)?));
        tx.change("payment", change)?;
        match tx.commit(self.0).await {
            Err(error) if error.is_condition("payment") => Ok(()),
            outcome => outcome,
        }
    }
}

fn given_back(of: Returned, refund: &RefundReceipt) -> String {
    format!("{}#given-back#{}", of.milestone, refund.id)
}

/// `false` when its journal was booked before.
fn once(outcome: Result<(), StoreError>) -> Result<bool, StoreError> {
    match outcome {
        Ok(()) => Ok(true),
        Err(error) if error.is_condition("journal") => Ok(false),
        Err(error) => Err(error),
    }
}

fn line(contract: &ContractRecord, of: Returned, status: PaymentStatus) -> Result<Change, StoreError> {
    moved(contract.client.id, Some(of.payment), status, None)
}

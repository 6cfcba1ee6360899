//! The steps of a payout, each one transaction. The worker calls the processor between them.

use super::milestones::milestone_of;
use crate::billing::BillingDetails;
use crate::contract::{ContractRecord, MilestoneRecord};
use crate::invoice::{Document, Issuing};
use crate::payment::{BlockedRelease, PaymentStatus, book, moved};
use crate::profile::{Counted, count};
use crate::record::Stored;
use crate::tx::Tx;
use crate::user::UserRecord;
use crate::{Store, StoreError, keys};
use proconnect_domain::{FundsEvent, MilestoneId, Timestamp, UserId};
use proconnect_events::Fact;
use proconnect_payments::ledger::Journal;

/// The steps of a payout.
pub struct Releases<'a>(&'a Store);

impl Store {
    /// The steps of a payout.
    pub fn releases(&self) -> Releases<'_> {
        Releases(self)
    }
}

impl Releases<'_> {
    /// Claims a queued release for a new attempt. Whoever comes second finds the version moved.
    pub async fn claim(
        &self,
        contract: &mut Stored<ContractRecord>,
        id: MilestoneId,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let milestone = milestone_of(contract, id)?;
        milestone.funds = milestone.funds.apply(FundsEvent::ClaimRelease)?;
        milestone.release_attempts += 1;
        milestone.release_began_at = Some(now);
        let fact = Fact::ReleaseBegun { milestone_id: id };
        self.move_on(contract, id, None, fact, now).await
    }

    /// The transfer is made: books it, settles both lines of history, issues the invoice for the fee, which `platform` is the
    /// seller of, and tells both sides.
    pub async fn sent(
        &self,
        contract: &mut Stored<ContractRecord>,
        id: MilestoneId,
        transfer_id: String,
        platform: BillingDetails,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let milestone = milestone_of(contract, id)?;
        milestone.funds = milestone.funds.apply(FundsEvent::TransferSucceeded)?;
        milestone.released_at = Some(now);
        milestone.transfer_id = Some(transfer_id);
        let milestone = milestone.clone();

        let mut tx = Tx::new(self.0, now);
        tx.transition(contract, [contract.released(&milestone)?])?;
        let issuing = match milestone.transfer_payment {
            Some(payment) => {
                let document = (payment, Document::FeeInvoice(platform));
                Some(Issuing::read(self.0, contract, &milestone, document).await?)
            }
            None => None,
        };
        paid_out(&mut tx, contract, &milestone, issuing, now)?;
        let journal = Journal::transferred(contract.freelancer.id, milestone.payout()?);
        book(
            &mut tx,
            self.0,
            contract,
            &format!("{id}#transferred"),
            journal,
            now,
        )
        .await?;
        tx.commit(self.0).await?;
        contract.mark_written();
        Ok(())
    }

    /// Nobody knows whether the transfer was made: the same key will be used again.
    pub async fn unknown(
        &self,
        contract: &mut Stored<ContractRecord>,
        id: MilestoneId,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let milestone = milestone_of(contract, id)?;
        milestone.funds = milestone.funds.apply(FundsEvent::TransferUnknown)?;
        let fact = Fact::ReleaseUnknown { milestone_id: id };
        self.move_on(contract, id, None, fact, now).await
    }

    /// The account cannot take money yet: the release waits under the freelancer until it can.
    pub async fn blocked(
        &self,
        contract: &mut Stored<ContractRecord>,
        id: MilestoneId,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let freelancer = contract.freelancer.id;
        let milestone = milestone_of(contract, id)?;
        milestone.funds = milestone.funds.apply(FundsEvent::AccountNotReady)?;
        let milestone = milestone.clone();
        let transfer = milestone.transfer_payment;
        let mut tx = Tx::new(self.0, now);
        tx.transition(contract, [contract.release_blocked(&milestone)?])?;
        tx.put(&BlockedRelease {
            user_id: freelancer,
            milestone_id: id,
        })?;
        tx.change(
            "transfer",
            moved(freelancer, transfer, PaymentStatus::Blocked, None)?,
        )?;
        tx.commit(self.0).await?;
        contract.mark_written();
        Ok(())
    }

    /// The processor refused for good: an admin has to look.
    pub async fn failed(
        &self,
        contract: &mut Stored<ContractRecord>,
        id: MilestoneId,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let milestone = milestone_of(contract, id)?;
        milestone.funds = milestone.funds.apply(FundsEvent::TransferRefused)?;
        let fact = Fact::ReleaseFailed { milestone_id: id };
        self.move_on(contract, id, Some(PaymentStatus::Failed), fact, now)
            .await
    }

    /// Queues a release again: after `BalanceInsufficient` or `RetryRelease`.
    pub async fn again(
        &self,
        contract: &mut Stored<ContractRecord>,
        id: MilestoneId,
        event: FundsEvent,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let milestone = milestone_of(contract, id)?;
        milestone.funds = milestone.funds.apply(event)?;
        let fact = Fact::ReleaseRetried { milestone_id: id };
        self.move_on(contract, id, Some(PaymentStatus::OnTheWay), fact, now)
            .await
    }

    /// The account can take money now: a blocked release is queued again.
    pub async fn unblock(
        &self,
        contract: &mut Stored<ContractRecord>,
        id: MilestoneId,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let milestone = milestone_of(contract, id)?;
        milestone.funds = milestone.funds.apply(FundsEvent::AccountReady)?;
        let fact = contract.release_unblocked(id);
        self.move_on(contract, id, Some(PaymentStatus::OnTheWay), fact, now)
            .await
    }

    /// The releases that wait for a freelancer's account.
    pub async fn blocked_of(&self, freelancer: UserId) -> Result<Vec<MilestoneId>, StoreError> {
        let query = crate::table::Query {
            sort: crate::table::Sort::Prefix(keys::BLOCKED),
            ..crate::table::Query::partition(keys::user(freelancer).pk)
        };
        let page = self.0.query(query).await?;
        let ids = page.items.iter().filter_map(|item| {
            crate::items::text(item, "sk")
                .strip_prefix(keys::BLOCKED)
                .and_then(|id| id.parse().ok())
        });
        Ok(ids.collect())
    }

    /// Forgets that a release waits.
    pub async fn forget_blocked(
        &self,
        freelancer: UserId,
        id: MilestoneId,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let mut tx = Tx::new(self.0, now);
        tx.delete("blocked", keys::blocked_release(freelancer, id))?;
        tx.commit(self.0).await
    }

    /// Writes the contract with its fact, and the freelancer's line of history.
    async fn move_on(
        &self,
        contract: &mut Stored<ContractRecord>,
        id: MilestoneId,
        status: Option<PaymentStatus>,
        fact: Fact,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let mut tx = Tx::new(self.0, now);
        tx.transition(contract, [fact])?;
        if let Some(status) = status {
            let payment = contract
                .milestone(id)
                .and_then(|milestone| milestone.transfer_payment);
            tx.change("transfer", moved(contract.freelancer.id, payment, status, None)?)?;
        }
        tx.commit(self.0).await?;
        contract.mark_written();
        Ok(())
    }
}

/// The freelancer has the money, by whatever way: settles both lines of history, issues the invoice for the fee, and counts it
/// for both.
pub(crate) fn paid_out(
    tx: &mut Tx,
    contract: &ContractRecord,
    milestone: &MilestoneRecord,
    issuing: Option<Issuing>,
    now: Timestamp,
) -> Result<(), StoreError> {
    let (client, freelancer) = (contract.client.id, contract.freelancer.id);
    let charge = moved(client, milestone.charge_payment, PaymentStatus::Released, None)?;
    tx.change("charge", charge)?;
    let number = match issuing {
        Some(issuing) => issuing.issue(tx, contract, milestone, now)?,
        None => None,
    };
    let invoiced = number.as_deref().map(|number| (number, now));
    let transfer = moved(
        freelancer,
        milestone.transfer_payment,
        PaymentStatus::Paid,
        invoiced,
    )?;
    tx.change("transfer", transfer)?;
    count(tx, freelancer, Counted::Earned, milestone.payout()?, now)?;
    tx.change(
        "payer",
        UserRecord::paid_more(client, milestone.released_amount()),
    )
}

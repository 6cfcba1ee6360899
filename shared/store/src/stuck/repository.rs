//! What admins do with it. Each step is written with its entry, on condition that the contract is as it was read.

use super::record::{StuckKind, StuckPayment};
use crate::audit::{AdminTx, Audit, AuditAction, Entry};
use crate::billing::BillingDetails;
use crate::contract::{ContractRecord, RefundState, milestone_of};
use crate::invoice::Issuing;
use crate::payment::{Chain, PaymentStatus, book_on, moved};
use crate::record::Stored;
use crate::table::Query;
use crate::{Listed, People, Remember, Store, StoreError, keys};
use futures_util::future::try_join;
use proconnect_domain::{ContractId, FundsEvent, FundsStatus, MilestoneId, PaymentId, Timestamp};
use proconnect_events::{Fact, MilestoneRefunded};
use proconnect_messaging::{RefundPart, ReleasePayment};
use proconnect_payments::ledger::Journal;

/// Money that is stuck.
pub struct Stuck<'a>(&'a Store);

/// An admin's step that was prepared: the contract in memory has taken it, the table has not.
pub struct StuckStep(AdminTx);

/// Which payment of which milestone.
type Which = (MilestoneId, PaymentId);

/// What an entry says of it, before and after: the money, what goes back, and whether a network's warning is open.
type States = (FundsStatus, Vec<RefundState>, bool);

impl Store {
    /// Money that is stuck.
    pub fn stuck(&self) -> Stuck<'_> {
        Stuck(self)
    }
}

impl Stuck<'_> {
    /// The contracts in which something is stuck, the oldest contract first. They stand in an index as long as it is.
    pub async fn contracts(
        &self,
        limit: u32,
        cursor: Option<&str>,
    ) -> Result<Listed<ContractRecord>, StoreError> {
        let query = Query {
            index: Some(keys::GSI1),
            limit,
            cursor,
            ..Query::partition(keys::STUCK.to_owned())
        };
        self.0.records(query).await
    }

    /// A contract and the head of its ledger, at once.
    pub async fn to_resolve(
        &self,
        id: ContractId,
    ) -> Result<Option<(Stored<ContractRecord>, Chain)>, StoreError> {
        let one = self.0.metered();
        let (contracts, payments) = (one.contracts(), one.payments());
        let both = try_join(contracts.get(id), payments.chain(id)).await;
        self.0.meter.at_once(one.meter.reading());
        let (contract, chain) = both?;
        Ok(contract.map(|contract| (contract, chain)))
    }

    /// What noting that something was paid by hand needs besides, at once: the two people, and what is read for its document, the
    /// invoice for the fee (of which `platform` is the seller) or the client's credit note.
    pub async fn to_note(
        &self,
        contract: &ContractRecord,
        stuck: &StuckPayment,
        platform: BillingDetails,
    ) -> Result<(People, Issuing), StoreError> {
        let one = self.0.metered();
        let (id, document) = (stuck.milestone_id, stuck.document(platform));
        let milestone = contract.milestone(id).ok_or_else(|| none(id))?;
        let people = one.people([contract.client.id, contract.freelancer.id]);
        let both = try_join(people, Issuing::read(&one, contract, milestone, document)).await;
        self.0.meter.at_once(one.meter.reading());
        both
    }

    /// Writes a prepared step, with the answer to keep. `Stale` when the contract has moved since it was read.
    pub async fn commit(
        &self,
        StuckStep(mut tx): StuckStep,
        remember: Option<Remember>,
    ) -> Result<(), StoreError> {
        tx.inner().remember(remember)?;
        tx.commit(self.0).await
    }

    /// It is tried again, under a new key: the old one would only repeat the old refusal. What a network has warned of is let go.
    pub fn retry(
        &self,
        contract: &mut Stored<ContractRecord>,
        stuck: &StuckPayment,
        audit: Audit,
        now: Timestamp,
    ) -> Result<StuckStep, StoreError> {
        let (id, payment) = (stuck.milestone_id, stuck.payment_id);
        let before = states(contract, id)?;
        let milestone = milestone_of(contract, id)?;
        let fact = match stuck.kind {
            StuckKind::Payout => {
                milestone.funds = milestone.funds.apply(FundsEvent::RetryRelease)?;
                Fact::ReleaseRetried { milestone_id: id }
            }
            StuckKind::Refund => {
                let leg = milestone.leg_mut(payment).ok_or_else(|| none(id))?;
                leg.order_again(now);
                Fact::RefundRetried { milestone_id: id }
            }
            StuckKind::FraudWarning => {
                let warning = milestone.fraud_warning.as_mut().ok_or_else(|| none(id))?;
                warning.cleared_at = Some(now);
                Fact::FraudWarningCleared { milestone_id: id }
            }
            StuckKind::Chargeback => return Err(none(id)),
        };
        let action = match stuck.kind {
            StuckKind::FraudWarning => AuditAction::WarningCleared,
            _ => AuditAction::PaymentRetried,
        };
        let mut tx = begin(contract, (id, before, fact), (audit, action), now)?;
        match stuck.kind {
            StuckKind::Payout => {
                let shown = moved(
                    contract.freelancer.id,
                    Some(payment),
                    PaymentStatus::OnTheWay,
                    None,
                )?;
                tx.inner().change("transfer", shown)?;
                tx.inner().order(&ReleasePayment { milestone_id: id })?;
            }
            StuckKind::Refund => {
                show_refund(&mut tx, contract, (id, payment), None)?;
                tx.inner().order(&RefundPart {
                    milestone_id: id,
                    payment_id: Some(payment),
                })?;
            }
            StuckKind::FraudWarning | StuckKind::Chargeback => {
                let milestone = contract.milestone(id).ok_or_else(|| none(id))?;
                if milestone.funds == FundsStatus::ReleaseQueued && !milestone.is_held_back() {
                    tx.inner().order(&ReleasePayment { milestone_id: id })?;
                }
            }
        }
        Ok(StuckStep(tx))
    }

    /// It was paid by hand, from the platform's own bank: booked so, and shown as done, with the document that it would have had.
    pub fn resolve(
        &self,
        contract: &mut Stored<ContractRecord>,
        (chain, issuing): (Chain, Issuing),
        stuck: &StuckPayment,
        audit: Audit,
        now: Timestamp,
    ) -> Result<StuckStep, StoreError> {
        let (id, payment) = (stuck.milestone_id, stuck.payment_id);
        let before = states(contract, id)?;
        let (fact, journal) = match stuck.kind {
            StuckKind::Payout => {
                let milestone = milestone_of(contract, id)?;
                milestone.funds = milestone.funds.apply(FundsEvent::PaidByHand)?;
                milestone.released_at = Some(now);
                let milestone = milestone.clone();
                let journal = Journal::paid_by_hand(contract.freelancer.id, stuck.amount);
                (contract.released(&milestone)?, journal)
            }
            StuckKind::Refund => {
                let (client_id, freelancer_id) = (contract.client.id, contract.freelancer.id);
                let milestone = milestone_of(contract, id)?;
                let leg = milestone.leg_mut(payment).ok_or_else(|| none(id))?;
                // What the processor still says of the attempt that failed is no news.
                leg.order_again(now);
                leg.status = RefundState::Refunded;
                milestone.end_refunds()?;
                let fact = Fact::MilestoneRefunded(MilestoneRefunded {
                    milestone_id: id,
                    client_id,
                    freelancer_id,
                    amount: stuck.amount,
                });
                (fact, Journal::refunded_by_hand(id, stuck.amount))
            }
            StuckKind::FraudWarning | StuckKind::Chargeback => return Err(none(id)),
        };
        let mut tx = begin(
            contract,
            (id, before, fact),
            (audit, AuditAction::PaymentResolved),
            now,
        )?;
        let cause = format!("{id}#by-hand#{payment}");
        book_on(tx.inner(), chain, contract, &cause, journal, now)?;
        let milestone = contract.milestone(id).ok_or_else(|| none(id))?;
        match stuck.kind {
            StuckKind::Payout => {
                crate::contract::paid_out(tx.inner(), contract, milestone, Some(issuing), now)?;
            }
            StuckKind::Refund => {
                let number = issuing.issue(tx.inner(), contract, milestone, now)?;
                let credited = number.as_deref().map(|number| (number, now));
                show_refund(&mut tx, contract, (id, payment), credited)?;
            }
            StuckKind::FraudWarning | StuckKind::Chargeback => {}
        }
        Ok(StuckStep(tx))
    }
}

/// The contract as the step leaves it, with the entry.
fn begin(
    contract: &Stored<ContractRecord>,
    (id, before, fact): (MilestoneId, States, Fact),
    (audit, action): (Audit, AuditAction),
    now: Timestamp,
) -> Result<AdminTx, StoreError> {
    let mut tx = AdminTx::new(audit, now);
    let after = states(contract, id)?;
    let entry = Entry {
        action,
        subject: id.to_string(),
        before: &before,
        after: &after,
    };
    tx.transition(contract, fact, &entry)?;
    Ok(tx)
}

/// The lines of history of a refund, as it stands now, with its credit note if one was issued.
fn show_refund(
    tx: &mut AdminTx,
    contract: &ContractRecord,
    (id, payment): Which,
    credited: Option<(&str, Timestamp)>,
) -> Result<(), StoreError> {
    let milestone = contract.milestone(id).ok_or_else(|| none(id))?;
    let (client, whole) = (contract.client.id, milestone.whole_refund());
    let (status, _) = milestone.going_back(payment)?;
    let refund = moved(client, Some(payment), status.shown(), credited)?;
    tx.inner().change("refund", refund)?;
    if let Some(status) = whole {
        let charge = moved(client, milestone.charge_payment, status, None)?;
        tx.inner().change("charge", charge)?;
    }
    Ok(())
}

fn states(contract: &ContractRecord, id: MilestoneId) -> Result<States, StoreError> {
    let milestone = contract.milestone(id).ok_or_else(|| none(id))?;
    Ok((
        milestone.funds,
        milestone.legs().map(|(leg, ..)| leg.status).collect(),
        milestone.open_warning().is_some(),
    ))
}

fn none(id: MilestoneId) -> StoreError {
    StoreError::Other(format!("{id} has no such payment"))
}

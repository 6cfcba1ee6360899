//! What becomes of the money once it is decided who gets what: all of it in the transaction that decides.

use super::frozen::FrozenRecord;
use super::record::DisputeRecord;
use crate::contract::{
    ContractRecord, MilestoneRecord, RefundLeg, Settlement, complete, milestone_of, transfer_line,
};
use crate::payment::{Chain, PaymentStatus, book_on, moved};
use crate::profile::{Counted, count};
use crate::record::Stored;
use crate::refund::refund_line;
use crate::room::RoomRecord;
use crate::tx::Tx;
use crate::{StoreError, fresh_id, keys};
use proconnect_domain::{
    Actor, ContractEvent, DisputeStatus, FundsEvent, MilestoneId, Money, Outcome, PaymentId,
    RefundRequestEvent, Timestamp, WorkStatus,
};
use proconnect_events::Fact;
use proconnect_messaging::{RefundPart, ReleasePayment};
use proconnect_payments::ledger::Journal;

/// What an admin decides.
#[derive(Debug, Clone)]
pub struct Ruling {
    /// The freelancer's part of what is held; the rest is the client's.
    pub to_freelancer: Money,
    /// Why, in words that both sides are told.
    pub reason: String,
}

/// What a decision is written to besides its dispute.
pub struct ToSettle {
    pub(crate) contract: Stored<ContractRecord>,
    /// What the contract's ledger ends with.
    pub(crate) chain: Chain,
}

/// Freezes a milestone's money, and what its two have said to each other.
pub(crate) fn freeze(
    tx: &mut Tx,
    contract: &mut Stored<ContractRecord>,
    dispute: &DisputeRecord,
) -> Result<(), StoreError> {
    if !contract.is_disputed() {
        contract.status = contract.status.apply(ContractEvent::Dispute)?;
    }
    let milestone = milestone_of(contract, dispute.milestone_id)?;
    milestone.overtake_request(RefundRequestEvent::Dispute, dispute.opened_at)?;
    milestone.dispute_id = Some(dispute.id);
    let escalated = (dispute.status == DisputeStatus::UnderReview).then(|| dispute.escalated());
    tx.transition(contract, [dispute.opened()].into_iter().chain(escalated))?;
    tx.put(&FrozenRecord {
        room_id: RoomRecord::id_of(contract.task_id, contract.freelancer.id),
    })
}

/// The money is held as before. Work that waits for the client's answer has the whole time for it again: nobody could answer
/// meanwhile.
pub(crate) fn thaw(
    tx: &mut Tx,
    contract: &mut Stored<ContractRecord>,
    id: MilestoneId,
    now: Timestamp,
) -> Result<(), StoreError> {
    let milestone = milestone_of(contract, id)?;
    milestone.dispute_id = None;
    milestone.review_from = (milestone.work == WorkStatus::InReview).then_some(now);
    end(tx, contract, ContractEvent::Withdraw)?;
    tx.transition(contract, [])
}

/// The client has gone to their bank, which decides now: whoever opened the dispute, it is taken back. The contract is written by
/// whoever freezes its money for the bank.
pub(crate) fn give_way(
    tx: &mut Tx,
    contract: &mut ContractRecord,
    dispute: &mut Stored<DisputeRecord>,
    now: Timestamp,
) -> Result<(), StoreError> {
    if !dispute.status.is_open() {
        return Ok(());
    }
    let fact = dispute.take_back(Actor::Client, now)?;
    tx.transition(dispute, [fact])?;
    milestone_of(contract, dispute.milestone_id)?.dispute_id = None;
    end(tx, contract, ContractEvent::Withdraw)
}

/// With the last open dispute of a contract, the contract goes on, and what was said can be changed again.
fn end(tx: &mut Tx, contract: &mut ContractRecord, how: ContractEvent) -> Result<(), StoreError> {
    if contract.is_disputed() {
        return Ok(());
    }
    contract.status = contract.status.apply(how)?;
    let room = RoomRecord::id_of(contract.task_id, contract.freelancer.id);
    tx.delete("frozen", keys::frozen_room(room))
}

/// Each side's part is on its way: booked, a line of history for each, and a command for each, which are followed to their
/// ends apart. The fact that it was decided is in the transaction already.
pub(crate) fn settle(
    tx: &mut Tx,
    contract: &mut Stored<ContractRecord>,
    chain: Chain,
    dispute: &DisputeRecord,
    outcome: &Outcome,
    now: Timestamp,
) -> Result<(), StoreError> {
    let id = dispute.milestone_id;
    let milestone = settled(contract, dispute, outcome, now)?;
    end(tx, contract, ContractEvent::Resolve)?;
    let done = contract.is_all_done();
    let mut facts: Vec<Fact> = Vec::new();
    if done {
        contract.status = contract.status.apply(ContractEvent::Complete)?;
        facts.extend(contract.completed());
    }
    tx.transition(contract, facts)?;
    let parts = (outcome.to_freelancer, milestone.released_fee(), outcome.to_client);
    let journal = Journal::settled(id, contract.freelancer.id, parts);
    book_on(tx, chain, contract, &format!("{id}#settled"), journal, now)?;
    if let Some(payment) = milestone.transfer_payment {
        tx.create(&transfer_line(contract, &milestone, payment, now))?;
        tx.order(&ReleasePayment { milestone_id: id })?;
    }
    if let Some(refund) = milestone
        .settlement
        .as_ref()
        .and_then(|settled| settled.refund.as_ref())
    {
        let line = refund_line(contract, &milestone, refund.payment_id, outcome.to_client, now);
        tx.create(&line)?;
        tx.order(&RefundPart {
            milestone_id: id,
            payment_id: None,
        })?;
        let whole = outcome.to_freelancer.amount == 0;
        let spent_at = milestone.funded_at.unwrap_or(now);
        count(
            tx,
            contract.client.id,
            Counted::GivenBack { whole },
            outcome.to_client,
            spent_at,
        )?;
        if whole {
            let charge = moved(
                contract.client.id,
                milestone.charge_payment,
                PaymentStatus::Refunding,
                None,
            )?;
            tx.change("charge", charge)?;
        }
    }
    if done {
        complete(tx, contract)?;
    }
    Ok(())
}

/// The milestone, as the decision leaves it.
fn settled(
    contract: &mut ContractRecord,
    dispute: &DisputeRecord,
    outcome: &Outcome,
    now: Timestamp,
) -> Result<MilestoneRecord, StoreError> {
    let line = |part: Money| -> Result<Option<PaymentId>, StoreError> {
        (part.amount > 0).then(|| fresh_id(now)).transpose()
    };
    let (transfer, refund) = (line(outcome.to_freelancer)?, line(outcome.to_client)?);
    let milestone = milestone_of(contract, dispute.milestone_id)?;
    let step = match transfer {
        Some(_) => FundsEvent::Settle,
        None => FundsEvent::RefundRequested,
    };
    milestone.funds = milestone.funds.apply(step)?;
    milestone.dispute_id = None;
    milestone.transfer_payment = transfer;
    milestone.settlement = Some(Settlement {
        dispute_id: dispute.id,
        to_freelancer: outcome.to_freelancer,
        fee: outcome.to_freelancer.share(dispute.fee_basis_points),
        to_client: outcome.to_client,
        refund: refund.map(RefundLeg::ordered),
        decided_at: now,
    });
    Ok(milestone.clone())
}

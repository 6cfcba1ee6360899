//! Refunds that the two agree on: each step is one transaction of the contract that the money is of, with everything that
//! follows from it. So an approval, a dispute and a refund at one moment are writes of one version, and one goes through.

use super::line::refund_line;
use crate::contract::{ContractRecord, MilestoneRecord, complete, milestone_of};
use crate::payment::{Chain, PaymentStatus, book_on, moved};
use crate::profile::{Counted, count};
use crate::record::Stored;
use crate::tx::Tx;
use crate::{Remember, Store, StoreError, fresh_id};
use proconnect_domain::{
    ContractEvent, MilestoneId, Money, PaymentId, RefundRequestEvent, RefundRequestId, Timestamp,
};
use proconnect_events::{Fact, RefundAgreed};
use proconnect_messaging::RefundPart;
use proconnect_payments::ledger::Journal;

/// Refunds that the two agree on.
pub struct Refunds<'a>(&'a Store);

/// A step that was prepared: the contract in memory has taken it, the table has not.
pub struct RefundStep(Tx);

impl Store {
    /// Refunds that the two agree on.
    pub fn refunds(&self) -> Refunds<'_> {
        Refunds(self)
    }
}

impl Refunds<'_> {
    /// Writes a prepared step, with the answer to keep. `Stale` when the contract has moved since it was read.
    pub async fn commit(
        &self,
        RefundStep(mut tx): RefundStep,
        remember: Option<Remember>,
    ) -> Result<(), StoreError> {
        tx.remember(remember)?;
        tx.commit(self.0).await
    }

    /// The client asks for held money.
    pub fn ask(
        &self,
        contract: &mut Stored<ContractRecord>,
        id: MilestoneId,
        (amount, reason): (Money, String),
        now: Timestamp,
    ) -> Result<RefundStep, StoreError> {
        milestone_of(contract, id)?.ask(amount, reason, now)?;
        let of = contract.of_refund(of(contract, id)?, amount)?;
        self.step(contract, Fact::RefundRequested(of), now)
    }

    /// The freelancer declines, and says why.
    pub fn decline(
        &self,
        contract: &mut Stored<ContractRecord>,
        id: RefundRequestId,
        reason: String,
        now: Timestamp,
    ) -> Result<RefundStep, StoreError> {
        let amount = asked(contract, id)?;
        let milestone = milestone_of(contract, id.milestone_id())?;
        let request = milestone.end_request(id, RefundRequestEvent::Decline, now)?;
        request.answer = Some(reason);
        let of = contract.of_refund(of(contract, id.milestone_id())?, amount)?;
        self.step(contract, Fact::RefundDeclined(of), now)
    }

    /// The client takes it back.
    pub fn withdraw(
        &self,
        contract: &mut Stored<ContractRecord>,
        id: RefundRequestId,
        now: Timestamp,
    ) -> Result<RefundStep, StoreError> {
        let amount = asked(contract, id)?;
        let milestone = milestone_of(contract, id.milestone_id())?;
        milestone.end_request(id, RefundRequestEvent::Withdraw, now)?;
        let of = contract.of_refund(of(contract, id.milestone_id())?, amount)?;
        self.step(contract, Fact::RefundWithdrawn(of), now)
    }

    /// The time for an answer is up: nothing moves, and the client may call an admin at once.
    pub async fn run_out(
        &self,
        contract: &mut Stored<ContractRecord>,
        id: MilestoneId,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let milestone = milestone_of(contract, id)?;
        let Some(request) = milestone.open_request() else {
            return Ok(());
        };
        let (request, amount) = (request.id, milestone.asked(request));
        milestone.end_request(request, RefundRequestEvent::RunOut, now)?;
        let of = contract.of_refund(of(contract, id)?, amount)?;
        let step = self.step(contract, Fact::RefundUnanswered(of), now)?;
        self.commit(step, None).await
    }

    /// The freelancer accepts what is asked for, or what is left of it.
    pub fn accept(
        &self,
        contract: &mut Stored<ContractRecord>,
        chain: Chain,
        id: RefundRequestId,
        now: Timestamp,
    ) -> Result<RefundStep, StoreError> {
        let amount = asked(contract, id)?;
        self.give_back(contract, chain, (id.milestone_id(), amount, Some(id)), now)
    }

    /// The freelancer gives money back by themselves.
    pub fn offer(
        &self,
        contract: &mut Stored<ContractRecord>,
        chain: Chain,
        (id, amount): (MilestoneId, Money),
        now: Timestamp,
    ) -> Result<RefundStep, StoreError> {
        self.give_back(contract, chain, (id, amount, None), now)
    }

    /// It is on its way: booked, with a line of history, and a command that is followed to its end. Once nothing is left, the
    /// milestone is done.
    fn give_back(
        &self,
        contract: &mut Stored<ContractRecord>,
        chain: Chain,
        (id, amount, accepted): (MilestoneId, Money, Option<RefundRequestId>),
        now: Timestamp,
    ) -> Result<RefundStep, StoreError> {
        let payment_id: PaymentId = fresh_id(now)?;
        let of_refund = contract.of_refund(of(contract, id)?, amount)?;
        let by = (payment_id, contract.fee_basis_points);
        let milestone = milestone_of(contract, id)?;
        milestone.give_back(amount, by, accepted, now)?;
        let milestone = milestone.clone();
        let mut facts = vec![Fact::RefundAgreed(RefundAgreed {
            of: of_refund,
            offered: accepted.is_none(),
        })];
        let done = milestone.is_given_back() && contract.is_all_done();
        if done {
            contract.status = contract.status.apply(ContractEvent::Complete)?;
            facts.extend(contract.completed());
        }
        let mut tx = Tx::new(self.0, now);
        tx.transition(contract, facts)?;
        let (cause, journal) = (
            format!("{id}#refund-agreed#{payment_id}"),
            Journal::refund_agreed(id, amount),
        );
        book_on(&mut tx, chain, contract, &cause, journal, now)?;
        tx.create(&refund_line(contract, &milestone, payment_id, amount, now))?;
        tx.order(&RefundPart {
            milestone_id: id,
            payment_id: Some(payment_id),
        })?;
        let whole = milestone.is_given_back();
        let (client, paid_at) = (contract.client.id, milestone.funded_at.unwrap_or(now));
        count(&mut tx, client, Counted::GivenBack { whole }, amount, paid_at)?;
        if whole {
            let charge = moved(client, milestone.charge_payment, PaymentStatus::Refunding, None)?;
            tx.change("charge", charge)?;
        }
        if done {
            complete(&mut tx, contract)?;
        }
        Ok(RefundStep(tx))
    }

    fn step(
        &self,
        contract: &Stored<ContractRecord>,
        fact: Fact,
        now: Timestamp,
    ) -> Result<RefundStep, StoreError> {
        let mut tx = Tx::new(self.0, now);
        tx.transition(contract, [fact])?;
        Ok(RefundStep(tx))
    }
}

/// How much of a request could go back.
fn asked(contract: &ContractRecord, id: RefundRequestId) -> Result<Money, StoreError> {
    let milestone = of(contract, id.milestone_id())?;
    let request = milestone.refund_requests.iter().find(|request| request.id == id);
    let request = request.ok_or_else(|| StoreError::Other(format!("{id} is not of its milestone")))?;
    Ok(milestone.asked(request))
}

/// The milestone; only a mistake in our own code asks for one that is not there.
fn of(contract: &ContractRecord, id: MilestoneId) -> Result<&MilestoneRecord, StoreError> {
    let milestone = contract.milestone(id);
    milestone.ok_or_else(|| StoreError::Other(format!("{id} is not in its contract")))
}

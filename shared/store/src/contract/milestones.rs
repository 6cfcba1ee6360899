//! The steps of a milestone: each is one transaction with everything that follows from it.
//!
//! They stand here, not in an endpoint, because the endpoint and the timer run the very same step.

use crate::contract::{ContractDetail, ContractRecord, MilestoneRecord, RevisionRecord, SubmissionRecord};
use crate::file::FileRecord;
use crate::file::write_files;
use crate::invoice::{Document, issue};
use crate::payment::{Chain, PaymentKind, PaymentRecord, PaymentStatus, book, book_on};
use crate::profile::{Counted, count};
use crate::record::Stored;
use crate::refused::FREELANCER;
use crate::task::TaskRecord;
use crate::transitions::State;
use crate::tx::Tx;
use crate::user::{SessionRecord, UserRecord};
use crate::{Remember, Store, StoreError, fresh_id, keys};
use futures_util::future::try_join;
use proconnect_domain::{
    ContractEvent, FundsEvent, MilestoneId, Money, PaymentId, RefundRequestEvent, SessionId, TaskStatus,
    Timestamp, UserId, WorkEvent,
};
use proconnect_events::Fact;
use proconnect_payments::ledger::Journal;

/// The steps of a milestone.
pub struct Milestones<'a>(&'a Store);

impl Store {
    /// The steps of a milestone.
    pub fn milestones(&self) -> Milestones<'_> {
        Milestones(self)
    }
}

/// What funding a milestone looks at, each as far as it is there.
pub struct ToFund {
    /// The contract.
    pub contract: Option<Stored<ContractRecord>>,
    /// Who pays.
    pub user: Option<Stored<UserRecord>>,
    /// The session by which they act.
    pub session: Option<Stored<SessionRecord>>,
}

/// A step that was prepared: the contract in memory has taken it, the table has not.
pub struct Step(Tx);

/// The milestone, or an error that only a mistake in our own code can cause.
pub(crate) fn milestone_of(
    contract: &mut ContractRecord,
    id: MilestoneId,
) -> Result<&mut MilestoneRecord, StoreError> {
    contract
        .milestone_mut(id)
        .ok_or_else(|| StoreError::Other(format!("{id} is not in its contract")))
}

impl Milestones<'_> {
    /// The contract of a milestone, a person, and the session by which they act, in one call.
    pub async fn to_fund(
        &self,
        id: MilestoneId,
        user: UserId,
        session: SessionId,
    ) -> Result<ToFund, StoreError> {
        let wanted = [
            keys::contract(id.contract_id()),
            keys::user(user),
            keys::session(user, session),
        ];
        let mut found = self.0.get_many(&wanted).await?.into_iter();
        Ok(ToFund {
            contract: found.next().flatten().map(Stored::read).transpose()?,
            user: found.next().flatten().map(Stored::read).transpose()?,
            session: found.next().flatten().map(Stored::read).transpose()?,
        })
    }

    /// The contract of a milestone with its history, and what its ledger ends with, at once.
    pub async fn to_approve(&self, id: MilestoneId) -> Result<Option<(ContractDetail, Chain)>, StoreError> {
        let one = self.0.metered();
        let (contracts, payments) = (one.contracts(), one.payments());
        let contract = id.contract_id();
        let both = try_join(contracts.detail(contract), payments.chain(contract)).await;
        self.0.meter.at_once(one.meter.reading());
        let (found, chain) = both?;
        Ok(found.map(|found| (found, chain)))
    }

    /// Keeps the page on which a milestone is paid for. `Condition("freelancer")` when the account of whoever would work for
    /// the money is not in use: what is paid for afterwards could not be handed in.
    pub async fn open_checkout(
        &self,
        contract: &Stored<ContractRecord>,
        facts: impl IntoIterator<Item = Fact>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let mut tx = Tx::new(self.0, now);
        tx.transition(contract, facts)?;
        tx.in_use(FREELANCER, keys::user(contract.freelancer.id))?;
        tx.commit(self.0).await
    }

    /// Writes a prepared step, with the answer to keep. `Stale` when the contract has moved since it was read.
    pub async fn commit(&self, Step(mut tx): Step, remember: Option<Remember>) -> Result<(), StoreError> {
        tx.remember(remember)?;
        tx.commit(self.0).await
    }

    /// Hands work in.
    pub fn submit(
        &self,
        contract: &mut Stored<ContractRecord>,
        submission: &SubmissionRecord,
        files: &[Stored<FileRecord>],
        now: Timestamp,
    ) -> Result<Step, StoreError> {
        let milestone = milestone_of(contract, submission.milestone_id)?;
        milestone.work = milestone.work.apply(WorkEvent::Submit)?;
        milestone.submitted_at = Some(now);
        milestone.reminded_until = Some(now);
        milestone.review_from = None;
        let mut tx = Tx::new(self.0, now);
        tx.transition(contract, [contract.submitted(submission)])?;
        tx.create(submission)?;
        write_files(&mut tx, files)?;
        Ok(Step(tx))
    }

    /// Asks for changes.
    pub fn request_revision(
        &self,
        contract: &mut Stored<ContractRecord>,
        revision: &RevisionRecord,
        now: Timestamp,
    ) -> Result<Step, StoreError> {
        let milestone = milestone_of(contract, revision.milestone_id)?;
        milestone.work = milestone.work.apply(WorkEvent::RequestChanges)?;
        milestone.reminded_until = Some(now);
        let mut tx = Tx::new(self.0, now);
        tx.transition(contract, [contract.changes_requested(revision)])?;
        tx.create(revision)?;
        Ok(Step(tx))
    }

    /// Approves work and queues its payout, by the client's hand (`Approve`) or by the clock (`AutoApprove`).
    /// Books the approval, opens the freelancer's line of history, and completes contract and task with the last
    /// milestone.
    pub fn approve(
        &self,
        contract: &mut Stored<ContractRecord>,
        chain: Chain,
        id: MilestoneId,
        how: WorkEvent,
        now: Timestamp,
    ) -> Result<Step, StoreError> {
        let payment_id: PaymentId = fresh_id(now)?;
        let milestone = milestone_of(contract, id)?;
        milestone.work = milestone.work.apply(how)?;
        milestone.funds = milestone.funds.apply(FundsEvent::QueueRelease)?;
        milestone.overtake_request(RefundRequestEvent::Approve, now)?;
        milestone.approved_at = Some(now);
        milestone.transfer_payment = Some(payment_id);
        let milestone = milestone.clone();
        let mut facts = vec![contract.approved(&milestone, how == WorkEvent::AutoApprove)?];
        let done = contract.is_all_done();
        if done {
            contract.status = contract.status.apply(ContractEvent::Complete)?;
            facts.extend(contract.completed());
        }

        let mut tx = Tx::new(self.0, now);
        tx.transition(contract, facts)?;
        tx.create(&transfer_line(contract, &milestone, payment_id, now))?;
        let (amount, fee) = (milestone.released_amount(), milestone.released_fee());
        let journal = Journal::approved(id, contract.freelancer.id, amount, fee);
        book_on(&mut tx, chain, contract, &format!("{id}#approved"), journal, now)?;
        if done {
            complete(&mut tx, contract)?;
        }
        Ok(Step(tx))
    }

    /// Holds the money that has come: books it, writes the client's line of history and issues their invoice.
    /// `fee` is the processor's own, from the balance transaction.
    pub async fn funded(
        &self,
        contract: &mut Stored<ContractRecord>,
        id: MilestoneId,
        charge_id: String,
        fee: Option<Money>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let payment_id: PaymentId = fresh_id(now)?;
        let milestone = milestone_of(contract, id)?;
        milestone.funds = milestone.funds.apply(FundsEvent::PaymentSucceeded)?;
        milestone.funded_at = Some(now);
        milestone.reminded_until = Some(now);
        milestone.charge_id = Some(charge_id);
        milestone.checkout = None;
        milestone.charge_payment = Some(payment_id);
        let milestone = milestone.clone();

        let mut tx = Tx::new(self.0, now);
        tx.transition(contract, [contract.funded(&milestone)])?;
        let document = (payment_id, Document::Invoice);
        let invoice_number = issue(&mut tx, self.0, contract, &milestone, document, now).await?;
        tx.create(&charge_line(
            contract,
            &milestone,
            payment_id,
            invoice_number,
            now,
        ))?;
        let journal = Journal::funded(id, milestone.amount);
        book(&mut tx, self.0, contract, &format!("{id}#funded"), journal, now).await?;
        if let Some(fee) = fee {
            let (cause, journal) = (format!("{id}#processor-fee"), Journal::processor_fee(fee));
            book(&mut tx, self.0, contract, &cause, journal, now).await?;
        }
        count(&mut tx, contract.client.id, Counted::Spent, milestone.amount, now)?;
        tx.commit(self.0).await
    }
}

pub(crate) fn charge_line(
    contract: &ContractRecord,
    milestone: &MilestoneRecord,
    id: PaymentId,
    invoice_number: Option<String>,
    now: Timestamp,
) -> PaymentRecord {
    PaymentRecord {
        id,
        user: contract.client.clone(),
        kind: PaymentKind::Charge,
        amount: milestone.amount,
        fee: None,
        milestone_id: milestone.id,
        milestone_title: milestone.title.clone(),
        contract_id: contract.id,
        task_title: contract.task_title.clone(),
        counterparty: contract.freelancer.clone(),
        status: PaymentStatus::Held,
        created_at: now,
        invoiced_at: invoice_number.as_ref().map(|_| now),
        invoice_number,
    }
}

pub(crate) fn transfer_line(
    contract: &ContractRecord,
    milestone: &MilestoneRecord,
    id: PaymentId,
    now: Timestamp,
) -> PaymentRecord {
    PaymentRecord {
        user: contract.freelancer.clone(),
        kind: PaymentKind::Transfer,
        amount: milestone.released_amount(),
        fee: Some(milestone.released_fee()),
        counterparty: contract.client.clone(),
        status: PaymentStatus::OnTheWay,
        ..charge_line(contract, milestone, id, None, now)
    }
}

/// The last milestone completes the task, and counts for the freelancer.
pub(crate) fn complete(tx: &mut Tx, contract: &ContractRecord) -> Result<(), StoreError> {
    tx.change_state(
        "task",
        TaskRecord::completed(contract.task_id)?,
        State::Task(TaskStatus::Completed),
    )?;
    // What was given back whole in disputes was no work that counts.
    let paid = |milestone: &MilestoneRecord| milestone.released_amount().amount > 0;
    if !contract.milestones.iter().any(paid) {
        return Ok(());
    }
    tx.change(
        "freelancer",
        UserRecord::one_contract_more(contract.freelancer.id),
    )
}

//! Disputes.

use super::cards::DisputeCard;
use super::record::{DisputeRecord, EvidenceRecord};
use super::settling::{Ruling, ToSettle, freeze, settle, thaw};
use crate::audit::{AdminTx, Audit, AuditAction, Entry};
use crate::contract::ContractRecord;
use crate::file::{FileRecord, write_files};
use crate::items::text;
use crate::record::{Stored, read};
use crate::table::Query;
use crate::tx::Tx;
use crate::{Listed, Remember, Store, StoreError, keys};
use futures_util::future::try_join;
use proconnect_domain::{
    Actor, ContractId, DecidedBy, DisputeEvent, DisputeId, Money, Outcome, Timestamp, UserId,
};
use proconnect_events::Fact;

/// Disputes.
pub struct Disputes<'a>(&'a Store);

/// A dispute with what was shown in it, oldest first.
pub struct DisputeDetail {
    /// The dispute.
    pub dispute: Stored<DisputeRecord>,
    /// What both sides have shown.
    pub evidence: Vec<EvidenceRecord>,
}

/// A step that a dispute has taken in memory, and the table has not.
#[derive(Debug)]
pub struct Stepped {
    facts: Vec<Fact>,
    /// Who gets what, if the step decides it: the contract is written with it.
    pub outcome: Option<Outcome>,
}

/// A ruling that was prepared.
pub struct RulingStep(AdminTx);

impl Store {
    /// Disputes.
    pub fn disputes(&self) -> Disputes<'_> {
        Disputes(self)
    }
}

impl DisputeRecord {
    /// A side says what they would accept.
    pub fn propose(&mut self, by: Actor, part: Money, now: Timestamp) -> Result<Stepped, StoreError> {
        let (facts, outcome) = self.offer(by, part, now)?;
        Ok(Stepped { facts, outcome })
    }

    /// The time is up: an admin is called.
    pub fn escalate(&mut self, now: Timestamp) -> Result<Stepped, StoreError> {
        let facts = vec![self.call_admin(now)?];
        Ok(Stepped { facts, outcome: None })
    }

    /// The time for a ruling is up: half to each.
    pub fn run_out(&mut self, now: Timestamp) -> Result<Stepped, StoreError> {
        let outcome = Outcome::halves(self.held)?;
        let facts = vec![self.decide(DisputeEvent::RunOut, outcome, now)?];
        Ok(Stepped {
            facts,
            outcome: Some(outcome),
        })
    }
}

impl Disputes<'_> {
    /// A dispute.
    pub async fn get(&self, id: DisputeId) -> Result<Option<Stored<DisputeRecord>>, StoreError> {
        self.0.get(keys::dispute(id)).await
    }

    /// A dispute with its evidence: one call.
    pub async fn detail(&self, id: DisputeId) -> Result<Option<DisputeDetail>, StoreError> {
        let page = self.0.query(Query::partition(keys::dispute(id).pk)).await?;
        let (mut dispute, mut evidence) = (None, Vec::new());
        for item in page.items {
            match text(&item, "sk").starts_with(keys::EVIDENCE) {
                true => evidence.extend(read(item)),
                false => dispute = Some(Stored::read(item)?),
            }
        }
        Ok(dispute.map(|dispute| DisputeDetail { dispute, evidence }))
    }

    /// Somebody's disputes on either side, newest first.
    pub async fn of(
        &self,
        user: UserId,
        limit: u32,
        cursor: Option<&str>,
    ) -> Result<Listed<DisputeCard>, StoreError> {
        self.0
            .both_sides(keys::disputes_of(user), true, limit, cursor)
            .await
    }

    /// Every open dispute, the one whose clock ends first at the top: what admins look at.
    pub async fn waiting(&self, limit: u32, cursor: Option<&str>) -> Result<Listed<DisputeCard>, StoreError> {
        let query = Query {
            index: Some(keys::DUE),
            limit,
            cursor,
            ..Query::partition(String::new())
        };
        self.0.merged(keys::DUE_DISPUTES, query, limit).await
    }

    /// Writes one over the one that was read, in the state in which it was read.
    pub async fn rename(&self, dispute: &Stored<DisputeRecord>, now: Timestamp) -> Result<(), StoreError> {
        let mut tx = Tx::new(self.0, now);
        tx.update(dispute)?;
        tx.commit(self.0).await
    }

    /// Opens one, which freezes the milestone's money. `Stale` when the contract has moved since it was read: it may have been
    /// approved, or another dispute opened, at the same moment.
    pub async fn open(
        &self,
        contract: &mut Stored<ContractRecord>,
        dispute: &DisputeRecord,
        files: &[Stored<FileRecord>],
        remember: Option<Remember>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let mut tx = Tx::new(self.0, now);
        freeze(&mut tx, contract, dispute)?;
        tx.create(dispute)?;
        write_files(&mut tx, files)?;
        tx.remember(remember)?;
        tx.commit(self.0).await
    }

    /// Adds to the evidence of an open dispute, whose record has taken that step ([`DisputeRecord::add_evidence`]).
    pub async fn add_evidence(
        &self,
        dispute: &Stored<DisputeRecord>,
        (stepped, evidence): (Stepped, &EvidenceRecord),
        files: &[Stored<FileRecord>],
        remember: Option<Remember>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let mut tx = Tx::new(self.0, now);
        tx.transition(dispute, stepped.facts)?;
        tx.create(evidence)?;
        write_files(&mut tx, files)?;
        tx.remember(remember)?;
        tx.commit(self.0).await
    }

    /// Writes a step; the contract and its ledger with it, if the step decides who gets what. `Stale` when either has moved since it was read.
    pub async fn commit(
        &self,
        dispute: &Stored<DisputeRecord>,
        stepped: Stepped,
        to_settle: Option<ToSettle>,
        remember: Option<Remember>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let mut tx = Tx::new(self.0, now);
        tx.transition(dispute, stepped.facts)?;
        if let (Some(outcome), Some(ToSettle { mut contract, chain })) = (stepped.outcome, to_settle) {
            settle(&mut tx, &mut contract, chain, dispute, &outcome, now)?;
        } else if stepped.outcome.is_some() {
            return Err(StoreError::Other("what is decided needs its contract".to_owned()));
        }
        tx.remember(remember)?;
        tx.commit(self.0).await
    }

    /// Whoever opened it takes it back: the money is held as before.
    pub async fn withdraw(
        &self,
        dispute: &mut Stored<DisputeRecord>,
        contract: &mut Stored<ContractRecord>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let by = dispute.opened_by;
        let fact = dispute.take_back(by, now)?;
        let mut tx = Tx::new(self.0, now);
        tx.transition(dispute, [fact])?;
        thaw(&mut tx, contract, dispute.milestone_id, now)?;
        tx.commit(self.0).await
    }

    /// What a decision is written to: the contract, and the head of its ledger. `None` when there is no such contract.
    pub async fn to_settle(&self, id: ContractId) -> Result<Option<ToSettle>, StoreError> {
        let one = self.0.metered();
        let (contracts, payments) = (one.contracts(), one.payments());
        let both = try_join(contracts.get(id), payments.chain(id)).await;
        self.0.meter.at_once(one.meter.reading());
        let (contract, chain) = both?;
        Ok(contract.map(|contract| ToSettle { contract, chain }))
    }

    /// An admin rules, for a reason that both sides are told. Prepared: the records in memory have taken it, the table has not.
    pub fn rule(
        &self,
        dispute: &mut Stored<DisputeRecord>,
        ToSettle { mut contract, chain }: ToSettle,
        (audit, ruling): (Audit, Ruling),
        now: Timestamp,
    ) -> Result<RulingStep, StoreError> {
        let before = (dispute.status, dispute.outcome);
        let outcome = Outcome::new(dispute.held, ruling.to_freelancer, DecidedBy::Ruling)?;
        let fact = dispute.decide(DisputeEvent::Rule, outcome, now)?;
        dispute.ruling = Some(ruling.reason);
        let entry = Entry {
            action: AuditAction::DisputeRuled,
            subject: dispute.id.to_string(),
            before: &before,
            after: &(dispute.status, dispute.outcome),
        };
        let mut tx = AdminTx::new(audit, now);
        tx.transition(dispute, fact, &entry)?;
        settle(tx.inner(), &mut contract, chain, dispute, &outcome, now)?;
        Ok(RulingStep(tx))
    }

    /// Writes a ruling, with the answer to keep. `Stale` when dispute or contract have moved since they were read.
    pub async fn commit_ruling(
        &self,
        RulingStep(mut tx): RulingStep,
        remember: Option<Remember>,
    ) -> Result<(), StoreError> {
        tx.inner().remember(remember)?;
        tx.commit(self.0).await
    }
}

impl DisputeRecord {
    /// A side adds to the evidence.
    pub fn add_evidence(&mut self, by: Actor, now: Timestamp) -> Result<Stepped, StoreError> {
        let facts = self.show(by, now)?;
        Ok(Stepped { facts, outcome: None })
    }
}

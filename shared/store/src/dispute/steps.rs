//! The steps of a dispute in memory: each changes the record, and says what becomes true by it.

use super::record::{DisputeRecord, StepKind};
use crate::StoreError;
use proconnect_domain::{Actor, DISPUTE_ROUNDS, DisputeEvent, DisputeStatus, Money, Outcome, Timestamp};
use proconnect_events::Fact;

/// What a step makes true, and who gets what if it decides that.
pub(crate) type Taken = (Vec<Fact>, Option<Outcome>);

impl DisputeRecord {
    /// The other side speaks for the first time: the rounds of the split begin.
    fn answer(&mut self, by: Actor, now: Timestamp) -> Result<Option<Fact>, StoreError> {
        if self.status != DisputeStatus::Opened || by == self.opened_by {
            return Ok(None);
        }
        self.status = self.status.apply(DisputeEvent::Answer)?;
        self.since = now;
        self.note(StepKind::Answered, by, now);
        Ok(Some(self.answered()))
    }

    /// A side adds to the evidence.
    pub(crate) fn show(&mut self, by: Actor, now: Timestamp) -> Result<Vec<Fact>, StoreError> {
        match by {
            Actor::Client => self.client_evidence += 1,
            _ => self.freelancer_evidence += 1,
        }
        let answered = self.answer(by, now)?;
        Ok(answered.into_iter().chain([self.evidence_added(by)]).collect())
    }

    /// A side says what they would accept. Said again before the other has, it takes the place of what they said before. Once
    /// both have, it meets, or there is another round, or an admin is called.
    pub(crate) fn offer(&mut self, by: Actor, part: Money, now: Timestamp) -> Result<Taken, StoreError> {
        if !matches!(self.status, DisputeStatus::Opened | DisputeStatus::Proposed) {
            self.status.apply(DisputeEvent::Meet)?;
        }
        let mut facts: Vec<Fact> = self.answer(by, now)?.into_iter().collect();
        let is_first = self.offer_of(by).is_none();
        match by {
            Actor::Client => self.client_most = Some(part),
            _ => self.freelancer_least = Some(part),
        }
        if is_first {
            self.note(StepKind::Offered, by, now);
        }
        let (Some(most), Some(least)) = (self.client_most, self.freelancer_least) else {
            facts.extend(is_first.then(|| self.split_offered(by)));
            return Ok((facts, None));
        };
        if let Some(outcome) = Outcome::met(self.held, most, least)? {
            facts.push(self.decide(DisputeEvent::Meet, outcome, now)?);
            return Ok((facts, Some(outcome)));
        }
        self.note(StepKind::Missed, by, now);
        if self.round < DISPUTE_ROUNDS {
            self.status = self.status.apply(DisputeEvent::Miss)?;
            self.next_round(now);
            facts.push(self.split_missed());
        } else {
            facts.push(self.call_admin(now)?);
        }
        Ok((facts, None))
    }

    fn next_round(&mut self, now: Timestamp) {
        self.forget_offers();
        self.round += 1;
        self.since = now;
    }

    fn forget_offers(&mut self) {
        self.client_most = None;
        self.freelancer_least = None;
    }

    /// An admin is called: the time is up, or the last round did not meet.
    pub(crate) fn call_admin(&mut self, now: Timestamp) -> Result<Fact, StoreError> {
        self.status = self.status.apply(DisputeEvent::Escalate)?;
        self.forget_offers();
        self.since = now;
        self.note(StepKind::Escalated, Actor::Platform, now);
        Ok(self.escalated())
    }

    /// It is decided who gets what.
    pub(crate) fn decide(
        &mut self,
        how: DisputeEvent,
        outcome: Outcome,
        now: Timestamp,
    ) -> Result<Fact, StoreError> {
        self.status = self.status.apply(how)?;
        self.forget_offers();
        self.outcome = Some(outcome);
        self.closed_at = Some(now);
        self.note(StepKind::Resolved, Actor::Platform, now);
        self.resolved(&outcome)
    }

    /// Whoever opened it takes it back.
    pub(crate) fn take_back(&mut self, now: Timestamp) -> Result<Fact, StoreError> {
        self.status = self.status.apply(DisputeEvent::Withdraw)?;
        self.forget_offers();
        self.closed_at = Some(now);
        self.note(StepKind::Withdrawn, self.opened_by, now);
        Ok(self.withdrawn())
    }
}

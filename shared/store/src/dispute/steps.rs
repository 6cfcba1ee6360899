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

    /// Whoever opened it takes it back, or the client, who goes to their bank instead.
    pub(crate) fn take_back(&mut self, by: Actor, now: Timestamp) -> Result<Fact, StoreError> {
        self.status = self.status.apply(DisputeEvent::Withdraw)?;
        self.forget_offers();
        self.closed_at = Some(now);
        self.note(StepKind::Withdrawn, by, now);
        Ok(self.withdrawn(by))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::contract::Party;
    use proconnect_domain::{
        ContractId, Currency, DAY, DisputeId, MilestoneId, TaskId, TypedId as _, UserId,
    };
    use ulid::Ulid;

    const HELD: i64 = 10_001;

    fn party(number: u128) -> Party {
        Party {
            id: UserId::from_ulid(Ulid(number)),
            name: String::new(),
        }
    }

    fn opened_by(opened_by: Actor, now: Timestamp) -> DisputeRecord {
        DisputeRecord {
            id: DisputeId::from_ulid(Ulid(1)),
            milestone_id: MilestoneId::of(ContractId::from_ulid(Ulid(1 << 8)), 1),
            milestone_title: String::new(),
            task_id: TaskId::from_ulid(Ulid(3)),
            task_title: String::new(),
            client: party(4),
            freelancer: party(5),
            opened_by,
            reason: String::new(),
            statement: String::new(),
            files: Vec::new(),
            held: Money::new(HELD, Currency::Usd),
            fee_basis_points: 1000,
            status: DisputeStatus::Opened,
            round: 1,
            since: now,
            hold_ends_at: now.plus(DAY * 60),
            client_most: None,
            freelancer_least: None,
            client_evidence: 0,
            freelancer_evidence: 0,
            steps: Vec::new(),
            outcome: None,
            ruling: None,
            opened_at: now,
            closed_at: None,
        }
    }

    /// Two thousand disputes in which two people say, show and wait at random: each ends, by the rules, and adds up.
    #[test]
    fn whatever_two_people_do_it_ends_and_adds_up() {
        let mut state = 7_u64;
        let mut random = move |below: u64| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % below
        };
        let mut ends = [0; 2];
        for _ in 0..2_000 {
            let mut now = Timestamp::from_millis(1_800_000_000_000);
            let sides = [Actor::Client, Actor::Freelancer];
            let mut dispute = opened_by(sides[random(2) as usize], now);
            let mut missed = 0;
            while matches!(dispute.status, DisputeStatus::Opened | DisputeStatus::Proposed) {
                now = now.plus(DAY / 4);
                let by = sides[random(2) as usize];
                let (before, round) = (dispute.status, dispute.round);
                let facts = match random(10) {
                    0 => dispute.show(by, now).unwrap(),
                    _ if dispute.clock().unwrap().due_at <= now => vec![dispute.call_admin(now).unwrap()],
                    _ => {
                        let part = Money::new(random(HELD as u64 + 1) as i64, Currency::Usd);
                        let (facts, outcome) = dispute.offer(by, part, now).unwrap();
                        assert_eq!(outcome, dispute.outcome);
                        facts
                    }
                };
                assert!(before == dispute.status || !facts.is_empty());
                missed += u32::from(dispute.round > round);
                assert!(dispute.round <= DISPUTE_ROUNDS && missed < u32::from(DISPUTE_ROUNDS));
                assert_eq!(dispute.clock().is_some(), dispute.status.is_open());
                let both = dispute.client_most.is_some() && dispute.freelancer_least.is_some();
                assert!(!both, "two amounts never stay side by side");
            }
            assert_eq!((dispute.client_most, dispute.freelancer_least), (None, None));
            match dispute.outcome {
                Some(outcome) => {
                    assert_eq!(outcome.to_freelancer.amount + outcome.to_client.amount, HELD);
                    assert!(dispute.offer(Actor::Client, outcome.to_client, now).is_err());
                    ends[0] += 1;
                }
                None => {
                    assert_eq!(dispute.status, DisputeStatus::UnderReview);
                    ends[1] += 1;
                }
            }
        }
        assert!(ends.iter().all(|count| *count > 100), "{ends:?}");
    }
}

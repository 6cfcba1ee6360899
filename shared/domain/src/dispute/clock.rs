//! The clock of a dispute: who must act, by when, and what silence does.

use super::DisputeStatus;
use crate::{Actor, DAY, DISPUTE_ANSWER, Money, SilenceOutcome, Timestamp, Waiting};
use std::time::Duration;

/// How long both have to say what they would accept.
pub const DISPUTE_ROUND: Duration = Duration::from_secs(3 * DAY.as_secs());
/// How long an admin has to rule. With the longest hold, 85 days, it makes 90: none is held longer.
pub const DISPUTE_RULING: Duration = Duration::from_secs(5 * DAY.as_secs());

/// What a dispute's clock depends on.
#[derive(Debug, Clone, Copy)]
pub struct DisputeFacts {
    /// State.
    pub status: DisputeStatus,
    /// Who opened it.
    pub opened_by: Actor,
    /// When what it waits for began: it was opened, a round began, or an admin was called.
    pub since: Timestamp,
    /// When the longest hold of the money ends.
    pub hold_ends_at: Timestamp,
    /// Whether the client has said in this round what they would accept.
    pub client_said: bool,
    /// Whether the freelancer has.
    pub freelancer_said: bool,
    /// What is held.
    pub held: Money,
}

impl DisputeFacts {
    /// The clock as everybody reads it; none once it is decided. Where both must act, the client is named, as the one who holds
    /// the other's pay.
    pub fn clock(&self) -> Option<Waiting> {
        let (actor, on_silence) = match self.status {
            DisputeStatus::Opened => (other(self.opened_by), SilenceOutcome::CallAdmin),
            DisputeStatus::Proposed => (self.silent_side(), SilenceOutcome::CallAdmin),
            DisputeStatus::UnderReview => (Actor::Platform, SilenceOutcome::Halve),
            DisputeStatus::Resolved | DisputeStatus::Withdrawn => return None,
        };
        let mut clock = Waiting {
            actor,
            due_at: self.due_at(),
            on_silence,
            text: String::new(),
            amount: Some(self.held),
        };
        clock.text = self.said(&clock, Actor::Platform);
        Some(clock)
    }

    /// The same for one of the two, who is "you": where both must act, it is first of all them.
    pub fn clock_for(&self, reader: Actor) -> Option<Waiting> {
        let mut clock = self.clock()?;
        if self.status == DisputeStatus::Proposed && self.waits_for(reader) {
            clock.actor = reader;
        }
        clock.text = self.said(&clock, reader);
        Some(clock)
    }

    fn due_at(&self) -> Timestamp {
        // The end of the hold calls an admin at once.
        let before_it_ends = |period| self.since.plus(period).min(self.hold_ends_at.max(self.since));
        match self.status {
            DisputeStatus::Opened => before_it_ends(DISPUTE_ANSWER),
            DisputeStatus::Proposed => before_it_ends(DISPUTE_ROUND),
            _ => self.since.plus(DISPUTE_RULING),
        }
    }

    fn waits_for(&self, side: Actor) -> bool {
        match side {
            Actor::Client => !self.client_said,
            Actor::Freelancer => !self.freelancer_said,
            Actor::Platform => false,
        }
    }

    fn silent_side(&self) -> Actor {
        if self.client_said {
            Actor::Freelancer
        } else {
            Actor::Client
        }
    }

    fn said(&self, clock: &Waiting, reader: Actor) -> String {
        let (due, sum) = (clock.due_at.human(), self.held);
        let whose = |side| match side {
            Actor::Client => "the client",
            Actor::Freelancer => "the freelancer",
            Actor::Platform => "an admin",
        };
        match self.status {
            DisputeStatus::UnderReview => {
                format!(
                    "An admin rules about {sum} by {due}. If none has by then, each of the two gets half."
                )
            }
            DisputeStatus::Opened if clock.actor == reader => {
                format!("If you don’t answer by {due}, an admin decides about {sum} by what is there.")
            }
            DisputeStatus::Opened => {
                let side = whose(clock.actor);
                format!("If {side} doesn’t answer by {due}, an admin decides about {sum} by what is there.")
            }
            _ if clock.actor == reader => {
                format!(
                    "Say by {due} what you would accept. If one of you hasn’t by then, an admin decides about {sum}."
                )
            }
            _ if !self.client_said && !self.freelancer_said => {
                format!(
                    "If the two don’t both say by {due} what they would accept, an admin decides about {sum}."
                )
            }
            _ => {
                let side = whose(clock.actor);
                format!(
                    "If {side} doesn’t say by {due} what they would accept, an admin decides about {sum}."
                )
            }
        }
    }
}

fn other(side: Actor) -> Actor {
    match side {
        Actor::Client => Actor::Freelancer,
        _ => Actor::Client,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::{Currency, DisputeEvent};

    fn facts(status: DisputeStatus) -> DisputeFacts {
        let since: Timestamp = "2026-11-20T12:00:00Z".parse().unwrap();
        DisputeFacts {
            status,
            opened_by: Actor::Client,
            since,
            hold_ends_at: since.plus(DAY * 60),
            client_said: false,
            freelancer_said: false,
            held: Money::new(50_000, Currency::Usd),
        }
    }

    #[test]
    fn an_open_dispute_never_waits_without_an_end_and_silence_does_what_the_clock_says() {
        for &status in DisputeStatus::ALL {
            let clock = facts(status).clock();
            assert_eq!(clock.is_some(), status.is_open(), "{status:?}");
            let step = match clock.map(|clock| clock.on_silence) {
                Some(SilenceOutcome::CallAdmin) => DisputeEvent::Escalate,
                Some(SilenceOutcome::Halve) => DisputeEvent::RunOut,
                None => continue,
                other => panic!("{other:?}"),
            };
            assert!(status.apply(step).is_ok(), "{status:?}");
        }
    }

    #[test]
    fn who_must_act_is_you() {
        let opened = facts(DisputeStatus::Opened);
        assert_eq!(opened.clock().unwrap().actor, Actor::Freelancer);
        assert_eq!(
            opened.clock_for(Actor::Freelancer).unwrap().text,
            "If you don’t answer by 25 November 2026, 12:00 UTC, an admin decides about $500.00 by what is there."
        );
        assert_eq!(
            opened.clock_for(Actor::Client).unwrap().text,
            "If the freelancer doesn’t answer by 25 November 2026, 12:00 UTC, an admin decides about $500.00 by what is there."
        );
        let proposed = facts(DisputeStatus::Proposed);
        for reader in [Actor::Client, Actor::Freelancer] {
            assert_eq!(proposed.clock_for(reader).unwrap().actor, reader);
        }
        let half_said = DisputeFacts {
            client_said: true,
            ..proposed
        };
        for reader in [Actor::Client, Actor::Freelancer] {
            assert_eq!(half_said.clock_for(reader).unwrap().actor, Actor::Freelancer);
        }
        assert_eq!(
            half_said.clock_for(Actor::Client).unwrap().text,
            "If the freelancer doesn’t say by 23 November 2026, 12:00 UTC what they would accept, an admin decides about $500.00."
        );
    }

    #[test]
    fn the_end_of_the_hold_calls_an_admin() {
        let late = DisputeFacts {
            hold_ends_at: "2026-11-21T00:00:00Z".parse().unwrap(),
            ..facts(DisputeStatus::Opened)
        };
        assert_eq!(late.clock().unwrap().due_at, late.hold_ends_at);
        let past = DisputeFacts {
            hold_ends_at: "2026-11-01T00:00:00Z".parse().unwrap(),
            ..late
        };
        assert_eq!(past.clock().unwrap().due_at, past.since);
    }
}

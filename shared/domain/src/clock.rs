//! Clocks: who must act, by when, and what silence does. What the timer does and what both sides read come from
//! the same value, so text and money cannot disagree.

use crate::error::listed_enum;
use crate::{DAY, FundsStatus, MINUTE, Money, TaskStatus, Timestamp, WorkStatus};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// How long a client has to review submitted work.
pub const REVIEW_PERIOD: Duration = Duration::from_secs(14 * DAY.as_secs());
/// How long a session lasts from its log-in, however often it is refreshed: then one logs in again (ASVS 5.0, 7.3.2).
pub const SESSION_LIFE: Duration = Duration::from_secs(90 * DAY.as_secs());
/// How long a password that was shown is enough for what is dangerous: changing how one logs in, where money goes, leaving
/// (ASVS 5.0, 7.5.1).
pub const CONFIRMATION_LIFE: Duration = Duration::from_secs(15 * MINUTE.as_secs());
/// How long the other side has to answer a dispute.
pub const DISPUTE_ANSWER: Duration = Duration::from_secs(5 * DAY.as_secs());
/// How long money is held at most, below Stripe's 90 days for manual payouts.
pub const MAX_HOLD: Duration = Duration::from_secs(85 * DAY.as_secs());

listed_enum! {
    /// Who has to act.
    Actor {
        /// The one who pays.
        Client,
        /// The one who works.
        Freelancer,
        /// The platform's admins.
        Platform,
    }
}

listed_enum! {
    /// What silence does when the time is up.
    SilenceOutcome {
        /// The milestone is approved and its money released.
        ApproveAndRelease,
        /// The task is closed and every bidder told.
        ExpireTask,
        /// An admin decides what becomes of the money.
        ForceDecision,
        /// An admin is called to a dispute.
        CallAdmin,
        /// Each side of a dispute gets half.
        Halve,
        /// Nothing moves; the client, whose request for a refund was not answered, may call an admin at once.
        OpenToAdmin,
        /// The client's bank decides for the client, and keeps the money.
        LoseToBank,
    }
}

/// A waiting state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Waiting {
    /// Who has to act.
    pub actor: Actor,
    /// By when.
    pub due_at: Timestamp,
    /// What silence does.
    pub on_silence: SilenceOutcome,
    /// The same in a sentence that both sides read.
    pub text: String,
    /// The money that is at stake.
    pub amount: Option<Money>,
}

impl Waiting {
    /// The same for one reader, who is "you".
    pub fn said_to(&self, reader: Actor) -> String {
        let due = self.due_at.human();
        let sum = self
            .amount
            .map_or("the money".to_owned(), |amount| amount.to_string());
        match (self.on_silence, reader) {
            (SilenceOutcome::ApproveAndRelease, Actor::Client) => {
                format!("If you don’t answer by {due}, it is approved and {sum} goes to the freelancer.")
            }
            (SilenceOutcome::ApproveAndRelease, Actor::Freelancer) => {
                format!("If the client doesn’t answer by {due}, it is approved and {sum} goes to you.")
            }
            (SilenceOutcome::ExpireTask, Actor::Client) => {
                format!("Unless you accept a bid by {due}, your task closes and every bidder is told.")
            }
            (SilenceOutcome::ForceDecision, Actor::Client) => {
                format!(
                    "Money is held for 85 days at most. Unless you approve it by {due}, an admin decides about {sum}."
                )
            }
            (SilenceOutcome::ForceDecision, Actor::Freelancer) => {
                format!(
                    "Money is held for 85 days at most. Unless it is approved by {due}, an admin decides about {sum}."
                )
            }
            (SilenceOutcome::OpenToAdmin, Actor::Client) => {
                format!(
                    "If the freelancer doesn’t answer by {due}, nothing moves by itself, and you may call an admin at once, who decides about {sum}."
                )
            }
            (SilenceOutcome::OpenToAdmin, Actor::Freelancer) => {
                format!(
                    "If you don’t answer by {due}, nothing moves by itself, but the client may call an admin at once, who decides about {sum}."
                )
            }
            (SilenceOutcome::LoseToBank, Actor::Client) => {
                format!(
                    "Unless we show your bank by {due} what the money is for, it gives you {sum} back for good."
                )
            }
            _ => self.text.clone(),
        }
    }
}

/// What a milestone's clock depends on.
#[derive(Debug, Clone, Copy)]
pub struct MilestoneFacts {
    /// State of the work.
    pub work: WorkStatus,
    /// State of the money.
    pub funds: FundsStatus,
    /// When the review began: with the last submission, or again after a dispute was taken back.
    pub submitted_at: Option<Timestamp>,
    /// When the money came to be held.
    pub funded_at: Option<Timestamp>,
    /// What the client pays.
    pub amount: Money,
    /// The platform's part of it.
    pub fee: Money,
}

/// The clock of a task: an open one expires at its deadline.
pub fn task_clock(status: TaskStatus, deadline: Timestamp) -> Option<Waiting> {
    (status == TaskStatus::Open).then(|| Waiting {
        actor: Actor::Client,
        due_at: deadline,
        on_silence: SilenceOutcome::ExpireTask,
        text: format!(
            "Unless the client accepts a bid by {}, the task closes and every bidder is told.",
            deadline.human()
        ),
        amount: None,
    })
}

/// The clock of a milestone: the review while work is in review, else the longest hold. Only held money has one,
/// and whichever of the two ends first counts.
pub fn milestone_clock(facts: &MilestoneFacts) -> Option<Waiting> {
    if !facts.funds.is_held() {
        return None;
    }
    let review = facts
        .submitted_at
        .filter(|_| facts.work == WorkStatus::InReview)
        .map(|at| review_clock(facts, at));
    let hold = facts.funded_at.map(|at| hold_clock(facts, at));
    review.into_iter().chain(hold).min_by_key(|clock| clock.due_at)
}

fn review_clock(facts: &MilestoneFacts, submitted_at: Timestamp) -> Waiting {
    let due_at = submitted_at.plus(REVIEW_PERIOD);
    let payout = facts.amount.checked_sub(facts.fee).unwrap_or(facts.amount);
    Waiting {
        actor: Actor::Client,
        due_at,
        on_silence: SilenceOutcome::ApproveAndRelease,
        text: format!(
            "Without an answer from the client by {}, the milestone is approved and {payout} goes to the freelancer.",
            due_at.human()
        ),
        amount: Some(payout),
    }
}

fn hold_clock(facts: &MilestoneFacts, funded_at: Timestamp) -> Waiting {
    let due_at = funded_at.plus(MAX_HOLD);
    let actor = if facts.work == WorkStatus::InReview {
        Actor::Client
    } else {
        Actor::Freelancer
    };
    Waiting {
        actor,
        due_at,
        on_silence: SilenceOutcome::ForceDecision,
        text: format!(
            "Money is held for 85 days at most: without an approval by {}, an admin decides about {}.",
            due_at.human(),
            facts.amount
        ),
        amount: Some(facts.amount),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::{Currency, FundsEvent, WorkEvent};

    fn facts(work: WorkStatus, funds: FundsStatus) -> MilestoneFacts {
        MilestoneFacts {
            work,
            funds,
            submitted_at: Some("2026-11-23T14:30:00Z".parse().unwrap()),
            funded_at: Some("2026-11-20T00:00:00Z".parse().unwrap()),
            amount: Money::new(100_000, Currency::Usd),
            fee: Money::new(10_000, Currency::Usd),
        }
    }

    #[test]
    fn the_review_clock_says_what_the_timer_does() {
        let facts = facts(WorkStatus::InReview, FundsStatus::Funded);
        let clock = milestone_clock(&facts).unwrap();
        assert_eq!(clock.on_silence, SilenceOutcome::ApproveAndRelease);
        assert_eq!(
            clock.text,
            "Without an answer from the client by 7 December 2026, 14:30 UTC, the milestone is approved and \
             $900.00 goes to the freelancer."
        );
        assert_eq!(facts.work.apply(WorkEvent::AutoApprove), Ok(WorkStatus::Approved));
        assert_eq!(
            facts.funds.apply(FundsEvent::QueueRelease),
            Ok(FundsStatus::ReleaseQueued)
        );
    }

    #[test]
    fn held_money_never_waits_without_an_end() {
        for &work in WorkStatus::ALL {
            for &funds in FundsStatus::ALL {
                assert_eq!(
                    milestone_clock(&facts(work, funds)).is_some(),
                    funds.is_held(),
                    "{work:?} {funds:?}"
                );
            }
        }
        let late = MilestoneFacts {
            submitted_at: Some("2027-02-12T00:00:00Z".parse().unwrap()),
            ..facts(WorkStatus::InReview, FundsStatus::Funded)
        };
        assert_eq!(
            milestone_clock(&late).unwrap().on_silence,
            SilenceOutcome::ForceDecision
        );
    }

    #[test]
    fn only_an_open_task_has_a_clock() {
        let deadline = "2026-12-01T00:00:00Z".parse().unwrap();
        for &status in TaskStatus::ALL {
            assert_eq!(task_clock(status, deadline).is_some(), status == TaskStatus::Open);
        }
    }

    #[test]
    fn whoever_reads_it_is_you_and_never_the_client() {
        let review = milestone_clock(&facts(WorkStatus::InReview, FundsStatus::Funded)).unwrap();
        let said = [Actor::Client, Actor::Freelancer].map(|reader| review.said_to(reader));
        assert_eq!(
            said[0],
            "If you don’t answer by 7 December 2026, 14:30 UTC, it is approved and $900.00 goes to the freelancer."
        );
        assert_eq!(
            said[1],
            "If the client doesn’t answer by 7 December 2026, 14:30 UTC, it is approved and $900.00 goes to you."
        );
        assert_eq!(review.said_to(Actor::Platform), review.text);
    }
}

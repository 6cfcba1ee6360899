//! Refunds of held money that the two agree on: what the client asks for, and what silence does.

use crate::error::{listed_enum, transitions};
use crate::{Actor, DAY, Money, SilenceOutcome, Timestamp, Waiting};
use std::time::Duration;

/// How long the freelancer has to answer.
pub const REFUND_ANSWER: Duration = Duration::from_secs(5 * DAY.as_secs());

/// What is left at least of a review that stood still while a refund was asked for.
pub const REVIEW_AFTER_REFUND: Duration = Duration::from_secs(3 * DAY.as_secs());

/// How often a client may ask for the money of one milestone: each time, its review stands still for up to five days.
pub const MAX_REFUND_REQUESTS: u8 = 3;

/// How often money of one milestone can go back by agreement: each is a line of history and a call to the processor.
pub const MAX_REFUNDS: usize = 10;

listed_enum! {
    /// State of a refund that a client has asked for.
    RefundRequestStatus {
        /// Waits for the freelancer's answer.
        Open,
        /// The freelancer gives it back.
        Accepted,
        /// The freelancer does not.
        Declined,
        /// The freelancer has not answered in time: the client may call an admin at once. They can still accept.
        Unanswered,
        /// The client took it back.
        Withdrawn,
        /// Something else came before an answer: an approval, a dispute, or another request.
        Overtaken,
    }
}

listed_enum! {
    /// What can happen to it.
    RefundRequestEvent {
        /// The freelancer accepts it, or has offered as much.
        Accept,
        /// The freelancer declines it.
        Decline,
        /// The time for an answer is up.
        RunOut,
        /// The client takes it back.
        Withdraw,
        /// The client approves the work.
        Approve,
        /// One of the two opens a dispute.
        Dispute,
        /// The client asks once more.
        AskAgain,
    }
}

transitions! { RefundRequestStatus, RefundRequestEvent:
    Open + Accept => Accepted,
    Open + Decline => Declined,
    Open + RunOut => Unanswered,
    Open + Withdraw => Withdrawn,
    Open + Approve => Overtaken,
    Open + Dispute => Overtaken,
    Unanswered + Accept => Accepted,
    Unanswered + Approve => Overtaken,
    Unanswered + Dispute => Overtaken,
    Unanswered + AskAgain => Overtaken,
}

impl RefundRequestStatus {
    /// The freelancer may still give it back.
    pub fn can_be_accepted(self) -> bool {
        matches!(self, RefundRequestStatus::Open | RefundRequestStatus::Unanswered)
    }
}

/// What the clock of a request depends on.
#[derive(Debug, Clone, Copy)]
pub struct RefundFacts {
    /// When it was asked for.
    pub asked_at: Timestamp,
    /// When the longest hold of the money ends.
    pub hold_ends_at: Timestamp,
    /// What is held.
    pub held: Money,
}

impl RefundFacts {
    /// The freelancer has five days, or until the longest hold ends. Silence moves nothing by itself.
    pub fn clock(&self) -> Waiting {
        let due_at = self
            .asked_at
            .plus(REFUND_ANSWER)
            .min(self.hold_ends_at.max(self.asked_at));
        Waiting {
            actor: Actor::Freelancer,
            due_at,
            on_silence: SilenceOutcome::OpenToAdmin,
            text: format!(
                "If the freelancer doesn’t answer by {}, nothing moves by itself, and the client may call an admin at once, who \
                 decides about {}.",
                due_at.human(),
                self.held
            ),
            amount: Some(self.held),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::Currency;
    use crate::error::assert_machine;

    fn facts() -> RefundFacts {
        let asked_at: Timestamp = "2026-11-20T12:00:00Z".parse().unwrap();
        RefundFacts {
            asked_at,
            hold_ends_at: asked_at.plus(DAY * 60),
            held: Money::new(50_000, Currency::Usd),
        }
    }

    #[test]
    fn a_request_ends_one_way_or_another() {
        let all = (RefundRequestStatus::ALL, RefundRequestEvent::ALL);
        let last = [
            RefundRequestStatus::Accepted,
            RefundRequestStatus::Declined,
            RefundRequestStatus::Withdrawn,
            RefundRequestStatus::Overtaken,
        ];
        assert_machine(all, RefundRequestStatus::apply, RefundRequestStatus::Open, &last);
        for &status in RefundRequestStatus::ALL {
            let accepts = status.apply(RefundRequestEvent::Accept).is_ok();
            assert_eq!(status.can_be_accepted(), accepts, "{status:?}");
        }
    }

    #[test]
    fn silence_is_what_the_clock_says_and_each_side_is_you() {
        let clock = facts().clock();
        assert_eq!(clock.on_silence, SilenceOutcome::OpenToAdmin);
        assert!(
            RefundRequestStatus::Open
                .apply(RefundRequestEvent::RunOut)
                .is_ok()
        );
        assert_eq!(
            clock.text,
            "If the freelancer doesn’t answer by 25 November 2026, 12:00 UTC, nothing moves by itself, and the client may call an \
             admin at once, who decides about $500.00."
        );
        assert_eq!(
            clock.said_to(Actor::Freelancer),
            "If you don’t answer by 25 November 2026, 12:00 UTC, nothing moves by itself, but the client may call an admin at \
             once, who decides about $500.00."
        );
        assert_eq!(
            clock.said_to(Actor::Client),
            "If the freelancer doesn’t answer by 25 November 2026, 12:00 UTC, nothing moves by itself, and you may call an admin \
             at once, who decides about $500.00."
        );
    }

    #[test]
    fn the_end_of_the_hold_ends_the_wait() {
        let late = RefundFacts {
            hold_ends_at: "2026-11-21T00:00:00Z".parse().unwrap(),
            ..facts()
        };
        assert_eq!(late.clock().due_at, late.hold_ends_at);
        let past = RefundFacts {
            hold_ends_at: "2026-11-01T00:00:00Z".parse().unwrap(),
            ..facts()
        };
        assert_eq!(past.clock().due_at, past.asked_at);
    }
}

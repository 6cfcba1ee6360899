//! Disputes about held money: states, rounds of the blind split, and who gets what in the end.

mod clock;

use crate::error::{listed_enum, transitions};
use crate::{Money, MoneyError};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use clock::{DISPUTE_ROUND, DISPUTE_RULING, DisputeFacts};

/// How many times both sides may each say what they would accept, before an admin rules.
pub const DISPUTE_ROUNDS: u8 = 3;

/// How many times a side may add to the evidence of a dispute.
pub const MAX_EVIDENCE: u32 = 20;

listed_enum! {
    /// State of a dispute.
    DisputeStatus {
        /// Opened; the other side has not answered yet.
        Opened,
        /// Both have spoken, and each says in secret what they would accept.
        Proposed,
        /// An admin looks at it.
        UnderReview,
        /// It is decided who gets what.
        Resolved,
        /// Whoever opened it took it back; the money is held as before.
        Withdrawn,
    }
}

listed_enum! {
    /// What can happen to a dispute.
    DisputeEvent {
        /// The other side answers: by evidence, or by what they would accept.
        Answer,
        /// Both have said what they would accept, it does not meet, and there is another round.
        Miss,
        /// It meets.
        Meet,
        /// The time is up, or the last round did not meet: an admin looks at it.
        Escalate,
        /// An admin rules.
        Rule,
        /// The time for a ruling is up.
        RunOut,
        /// Whoever opened it takes it back.
        Withdraw,
    }
}

transitions! { DisputeStatus, DisputeEvent:
    Opened + Answer => Proposed,
    Opened + Escalate => UnderReview,
    Opened + Rule => Resolved,
    Opened + Withdraw => Withdrawn,
    Proposed + Miss => Proposed,
    Proposed + Meet => Resolved,
    Proposed + Escalate => UnderReview,
    Proposed + Rule => Resolved,
    Proposed + Withdraw => Withdrawn,
    UnderReview + Rule => Resolved,
    UnderReview + RunOut => Resolved,
    UnderReview + Withdraw => Withdrawn,
}

impl DisputeStatus {
    /// Not decided yet: the money is frozen.
    pub fn is_open(self) -> bool {
        !matches!(self, DisputeStatus::Resolved | DisputeStatus::Withdrawn)
    }
}

listed_enum! {
    /// Where the money goes.
    OutcomeKind {
        /// All of it to the freelancer.
        Release,
        /// All of it back to the client.
        Refund,
        /// A part to each.
        Split,
    }
}

listed_enum! {
    /// Who decided.
    DecidedBy {
        /// Both sides, by what they would accept.
        Agreement,
        /// An admin.
        Ruling,
        /// Nobody in time: each got half.
        Silence,
    }
}

/// Who gets what. The two parts add up to what was held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Outcome {
    /// Where the money goes.
    pub kind: OutcomeKind,
    /// The freelancer's part, before the platform's fee on it.
    pub to_freelancer: Money,
    /// The client's part.
    pub to_client: Money,
    /// Who decided.
    pub decided_by: DecidedBy,
}

impl Outcome {
    /// What is left of the held money after the freelancer's part goes back to the client. The part must lie between nothing
    /// and all of it, in its currency: [`is_part`] says whether it does.
    pub fn new(held: Money, to_freelancer: Money, decided_by: DecidedBy) -> Result<Self, MoneyError> {
        let to_client = held.checked_sub(to_freelancer)?;
        if !is_part(held, to_freelancer) {
            return Err(MoneyError::Overflow);
        }
        let kind = match (to_freelancer.amount, to_client.amount) {
            (_, 0) => OutcomeKind::Release,
            (0, _) => OutcomeKind::Refund,
            _ => OutcomeKind::Split,
        };
        Ok(Self {
            kind,
            to_freelancer,
            to_client,
            decided_by,
        })
    }

    /// What both would accept, if the freelancer's least is no more than the client's most: the middle of the two. An odd
    /// cent stays with the client, whose money it was.
    pub fn met(held: Money, most: Money, least: Money) -> Result<Option<Self>, MoneyError> {
        let room = most.checked_sub(least)?;
        if room.amount < 0 {
            return Ok(None);
        }
        let middle = least.checked_add(Money::new(room.amount / 2, room.currency))?;
        Self::new(held, middle, DecidedBy::Agreement).map(Some)
    }

    /// Half to each, since nobody ruled in time. An odd cent stays with the client.
    pub fn halves(held: Money) -> Result<Self, MoneyError> {
        let half = Money::new(held.amount / 2, held.currency);
        Self::new(held, half, DecidedBy::Silence)
    }
}

/// Whether an amount can be somebody's part of what is held: nothing at least, and all of it at most.
pub fn is_part(held: Money, part: Money) -> bool {
    part.currency == held.currency && (0..=held.amount).contains(&part.amount)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::Currency;
    use crate::error::assert_machine;

    fn usd(amount: i64) -> Money {
        Money::new(amount, Currency::Usd)
    }

    #[test]
    fn a_dispute_ends_resolved_or_withdrawn() {
        let all = (DisputeStatus::ALL, DisputeEvent::ALL);
        let last = [DisputeStatus::Resolved, DisputeStatus::Withdrawn];
        assert_machine(all, DisputeStatus::apply, DisputeStatus::Opened, &last);
        for status in DisputeStatus::ALL {
            assert_eq!(status.is_open(), !last.contains(status));
        }
    }

    #[test]
    fn the_parts_always_make_the_whole() {
        for held in (0..=10_000).chain([99_999_999]) {
            for part in [0, 1, held / 3, held / 2, held - held / 3, held - 1, held] {
                if !is_part(usd(held), usd(part)) {
                    assert!(Outcome::new(usd(held), usd(part), DecidedBy::Ruling).is_err());
                    continue;
                }
                let outcome = Outcome::new(usd(held), usd(part), DecidedBy::Ruling).unwrap();
                assert_eq!(outcome.to_freelancer.amount + outcome.to_client.amount, held);
                let fee = outcome.to_freelancer.share(1000);
                assert!(fee.amount <= outcome.to_freelancer.amount);
                let kind = match part {
                    _ if part == held => OutcomeKind::Release,
                    0 => OutcomeKind::Refund,
                    _ => OutcomeKind::Split,
                };
                assert_eq!(outcome.kind, kind);
            }
            let halves = Outcome::halves(usd(held)).unwrap();
            assert_eq!(halves.to_freelancer.amount + halves.to_client.amount, held);
            assert!((halves.to_client.amount - halves.to_freelancer.amount) <= 1);
        }
    }

    #[test]
    fn what_meets_is_split_in_the_middle_and_nobody_gets_less_than_they_would_take() {
        let held = usd(10_001);
        for most in (0..=10_001).step_by(7) {
            for least in (0..=10_001).step_by(11) {
                let outcome = Outcome::met(held, usd(most), usd(least)).unwrap();
                assert_eq!(outcome.is_some(), least <= most);
                let Some(outcome) = outcome else { continue };
                assert!((least..=most).contains(&outcome.to_freelancer.amount));
                assert_eq!(outcome.to_freelancer.amount, (most + least) / 2);
                assert_eq!(outcome.to_freelancer.amount + outcome.to_client.amount, 10_001);
            }
        }
    }

    #[test]
    fn a_part_is_of_the_same_money() {
        assert!(!is_part(usd(100), Money::new(50, Currency::Eur)));
        assert!(!is_part(usd(100), usd(-1)));
        assert!(!is_part(usd(100), usd(101)));
        let other = Money::new(50, Currency::Eur);
        assert!(Outcome::new(usd(100), other, DecidedBy::Ruling).is_err());
        assert!(Outcome::met(usd(100), other, usd(10)).is_err());
    }
}

//! Chargebacks: the client's bank wants money back that was paid for a milestone, and who bears it when the bank gets it.

use crate::error::listed_enum;
use crate::{Actor, Money, MoneyError, SilenceOutcome, Timestamp, Waiting};

listed_enum! {
    /// State of a chargeback. The bank may decide once more, and otherwise.
    ChargebackStatus {
        /// The bank has not decided yet: the money is frozen.
        Open,
        /// The bank decided against the client, or has dropped it.
        Won,
        /// The bank decided for the client.
        Lost,
    }
}

/// What the clock of a chargeback depends on.
#[derive(Debug, Clone, Copy)]
pub struct ChargebackFacts {
    /// State.
    pub status: ChargebackStatus,
    /// By when the bank takes evidence; nothing once it was sent, or where the bank takes none.
    pub answer_by: Option<Timestamp>,
    /// How much the bank wants.
    pub amount: Money,
}

impl ChargebackFacts {
    /// As long as evidence can be sent, it is the platform's turn.
    pub fn clock(&self) -> Option<Waiting> {
        let due_at = self.answer_by.filter(|_| self.status == ChargebackStatus::Open)?;
        Some(Waiting {
            actor: Actor::Platform,
            due_at,
            on_silence: SilenceOutcome::LoseToBank,
            text: format!(
                "Unless we show the client’s bank by {} what the money is for, it gives {} back to the client for good.",
                due_at.human(),
                self.amount
            ),
            amount: Some(self.amount),
        })
    }
}

/// What a bank's decision for the client takes, in this order: first what was to go back to the client anyway, then what the
/// freelancer has not been sent yet. The rest the platform bears.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// Which of the refunds that wait it stands for, each whole: their places.
    pub refunds: Vec<usize>,
    /// Their sum.
    pub refunded: Money,
    /// Of what is not sent yet.
    pub unsent: Money,
    /// The rest.
    pub platform: Money,
}

impl Taken {
    /// `amount` is what the bank keeps, `refunds` what waits to go back, `unsent` what the freelancer was to get before the fee.
    pub fn of(amount: Money, refunds: &[Money], unsent: Money) -> Result<Self, MoneyError> {
        let (mut rest, mut refunded, mut places) = (amount, Money::zero(amount.currency), Vec::new());
        for (place, refund) in refunds.iter().enumerate() {
            if refund.currency == rest.currency && refund.amount <= rest.amount {
                rest = rest.checked_sub(*refund)?;
                refunded = refunded.checked_add(*refund)?;
                places.push(place);
            }
        }
        let taken = Money::new(rest.amount.min(unsent.amount), rest.currency);
        Ok(Self {
            refunds: places,
            refunded,
            unsent: taken,
            platform: rest.checked_sub(taken)?,
        })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::Currency;

    fn usd(amount: i64) -> Money {
        Money::new(amount, Currency::Usd)
    }

    #[test]
    fn whatever_a_bank_keeps_somebody_bears_and_nobody_twice() {
        for amount in [1, 99, 10_000, 10_001, 25_000] {
            for unsent in [0, 1, 9_999, 10_000] {
                for refunds in [vec![], vec![usd(100)], vec![usd(5_000), usd(5_001), usd(2)]] {
                    let taken = Taken::of(usd(amount), &refunds, usd(unsent)).unwrap();
                    let sum = taken.refunded.amount + taken.unsent.amount + taken.platform.amount;
                    assert_eq!(sum, amount);
                    assert!(taken.unsent.amount <= unsent && taken.platform.amount >= 0);
                    let covered: i64 = taken.refunds.iter().map(|place| refunds[*place].amount).sum();
                    assert_eq!(covered, taken.refunded.amount);
                }
            }
        }
    }

    #[test]
    fn it_is_our_turn_until_the_evidence_is_sent() {
        let answer_by = "2026-12-10T09:30:00Z".parse().unwrap();
        let facts = |status, answer_by| ChargebackFacts {
            status,
            answer_by,
            amount: usd(50_000),
        };
        let clock = facts(ChargebackStatus::Open, Some(answer_by)).clock().unwrap();
        assert_eq!((clock.actor, clock.due_at), (Actor::Platform, answer_by));
        assert_eq!(
            clock.said_to(Actor::Client),
            "Unless we show your bank by 10 December 2026, 09:30 UTC what the money is for, it gives you $500.00 back for good."
        );
        assert_eq!(clock.said_to(Actor::Freelancer), clock.text);
        assert_eq!(facts(ChargebackStatus::Open, None).clock(), None);
        assert_eq!(facts(ChargebackStatus::Won, Some(answer_by)).clock(), None);
        assert_eq!(facts(ChargebackStatus::Lost, Some(answer_by)).clock(), None);
    }
}

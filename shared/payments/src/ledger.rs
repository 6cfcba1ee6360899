//! The double-entry ledger: append-only journals, each of one currency and with a sum of zero.

use proconnect_domain::{MilestoneId, Money, MoneyError, UserId};
use serde::{Deserialize, Serialize};

/// An account of the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Account {
    /// Asset: what Stripe holds for the platform.
    StripeClearing,
    /// Liability: held for a milestone.
    Held(MilestoneId),
    /// Liability: owed to a freelancer. More than zero without a transfer is the one number to alert on.
    Payable(UserId),
    /// Liability: to be given back to whoever paid, since they paid twice, a dispute decided so, or the two agreed.
    PendingRefund(MilestoneId),
    /// Income: the platform's fees.
    FeeRevenue,
    /// Expense: the processor's fees.
    StripeFees,
    /// Expense: what clients' banks took back and nobody else bears.
    ChargebackLoss,
    /// Asset: the platform's own bank account.
    PlatformBank,
}

impl Account {
    /// The account's name in the table.
    pub fn code(&self) -> String {
        match self {
            Account::StripeClearing => "stripe_clearing".to_owned(),
            Account::Held(milestone) => format!("held:{milestone}"),
            Account::Payable(freelancer) => format!("payable:{freelancer}"),
            Account::PendingRefund(milestone) => format!("pending_refund:{milestone}"),
            Account::FeeRevenue => "fee_revenue".to_owned(),
            Account::StripeFees => "stripe_fees".to_owned(),
            Account::ChargebackLoss => "chargeback_loss".to_owned(),
            Account::PlatformBank => "platform_bank".to_owned(),
        }
    }
}

/// One side of a journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Posting {
    /// The account's code.
    pub account: String,
    /// Minor units: debits are positive, credits negative.
    pub amount: i64,
}

/// A journal: can only be made balanced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Journal {
    /// What happened.
    pub kind: String,
    /// The one currency.
    pub currency: String,
    /// The postings; their sum is zero.
    pub postings: Vec<Posting>,
}

/// Who bears what a bank took back, besides the platform.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Borne {
    /// Of which milestone.
    pub milestone: MilestoneId,
    /// Who works.
    pub freelancer: UserId,
    /// What was to go back to the client anyway.
    pub refunded: Money,
    /// What was held, or was owed to the freelancer before the fee.
    pub unsent: Money,
    /// The platform's fee out of that; nothing as long as it was held.
    pub fee: Money,
    /// It was held; otherwise it was owed to the freelancer.
    pub was_held: bool,
}

impl Borne {
    fn sum(&self) -> Result<Money, LedgerError> {
        Ok(self.refunded.checked_add(self.unsent)?)
    }

    /// Whether it is anything.
    pub fn is_something(&self) -> bool {
        self.refunded.amount != 0 || self.unsent.amount != 0
    }

    fn accounts(&self) -> Result<Vec<(Account, Money)>, LedgerError> {
        let mut accounts = vec![(Account::PendingRefund(self.milestone), self.refunded)];
        if self.was_held {
            accounts.push((Account::Held(self.milestone), self.unsent));
        } else {
            let payout = self.unsent.checked_sub(self.fee)?;
            accounts.push((Account::Payable(self.freelancer), payout));
            accounts.push((Account::FeeRevenue, self.fee));
        }
        Ok(accounts)
    }
}

/// A journal that may not be booked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LedgerError {
    /// The sum is not zero.
    #[error("the journal does not balance")]
    Unbalanced,
    /// An amount below zero.
    #[error("a journal moves amounts above zero")]
    Negative,
    /// Two currencies, or too much.
    #[error(transparent)]
    Money(#[from] MoneyError),
}

impl Journal {
    /// Money for a milestone has come: clearing against held.
    pub fn funded(milestone: MilestoneId, amount: Money) -> Result<Self, LedgerError> {
        Self::new(
            "funded",
            &[(Account::StripeClearing, amount)],
            &[(Account::Held(milestone), amount)],
        )
    }

    /// A milestone was paid once more: clearing against what has to be given back.
    pub fn paid_twice(milestone: MilestoneId, amount: Money) -> Result<Self, LedgerError> {
        Self::new(
            "paid_twice",
            &[(Account::StripeClearing, amount)],
            &[(Account::PendingRefund(milestone), amount)],
        )
    }

    /// The processor gives it back: it has left clearing.
    pub fn given_back(milestone: MilestoneId, amount: Money) -> Result<Self, LedgerError> {
        Self::new(
            "given_back",
            &[(Account::PendingRefund(milestone), amount)],
            &[(Account::StripeClearing, amount)],
        )
    }

    /// It could not be given back: it is in clearing again, and still owed.
    pub fn came_back(milestone: MilestoneId, amount: Money) -> Result<Self, LedgerError> {
        Self::new(
            "came_back",
            &[(Account::StripeClearing, amount)],
            &[(Account::PendingRefund(milestone), amount)],
        )
    }

    /// The processor took its fee, as its balance transaction says.
    pub fn processor_fee(fee: Money) -> Result<Self, LedgerError> {
        Self::new(
            "processor_fee",
            &[(Account::StripeFees, fee)],
            &[(Account::StripeClearing, fee)],
        )
    }

    /// A milestone was approved: held becomes owed to the freelancer, less the platform's fee.
    pub fn approved(
        milestone: MilestoneId,
        freelancer: UserId,
        amount: Money,
        fee: Money,
    ) -> Result<Self, LedgerError> {
        let payout = amount.checked_sub(fee)?;
        let credits = [(Account::Payable(freelancer), payout), (Account::FeeRevenue, fee)];
        Self::new("approved", &[(Account::Held(milestone), amount)], &credits)
    }

    /// A dispute was decided: what was held becomes owed to the freelancer, less the platform's fee on that part, and to be
    /// given back to the client. `parts`: the freelancer's before the fee, the fee, the client's. What is nothing is left out.
    pub fn settled(
        milestone: MilestoneId,
        freelancer: UserId,
        (to_freelancer, fee, to_client): (Money, Money, Money),
    ) -> Result<Self, LedgerError> {
        let held = to_freelancer.checked_add(to_client)?;
        let payout = to_freelancer.checked_sub(fee)?;
        let mut credits = vec![
            (Account::Payable(freelancer), payout),
            (Account::FeeRevenue, fee),
            (Account::PendingRefund(milestone), to_client),
        ];
        credits.retain(|(_, money)| money.amount != 0);
        Self::new("settled", &[(Account::Held(milestone), held)], &credits)
    }

    /// The two agreed on a refund: held becomes owed to the client.
    pub fn refund_agreed(milestone: MilestoneId, amount: Money) -> Result<Self, LedgerError> {
        Self::new(
            "refund_agreed",
            &[(Account::Held(milestone), amount)],
            &[(Account::PendingRefund(milestone), amount)],
        )
    }

    /// The transfer was made: what was owed has left clearing.
    pub fn transferred(freelancer: UserId, payout: Money) -> Result<Self, LedgerError> {
        Self::new(
            "transferred",
            &[(Account::Payable(freelancer), payout)],
            &[(Account::StripeClearing, payout)],
        )
    }

    /// An admin has paid a freelancer another way, since the processor refused to.
    pub fn paid_by_hand(freelancer: UserId, payout: Money) -> Result<Self, LedgerError> {
        Self::new(
            "paid_by_hand",
            &[(Account::Payable(freelancer), payout)],
            &[(Account::PlatformBank, payout)],
        )
    }

    /// An admin has given money back another way, since the processor refused to.
    pub fn refunded_by_hand(milestone: MilestoneId, amount: Money) -> Result<Self, LedgerError> {
        Self::new(
            "refunded_by_hand",
            &[(Account::PendingRefund(milestone), amount)],
            &[(Account::PlatformBank, amount)],
        )
    }

    /// The processor took what a client's bank wants back from the platform's balance, and its own fee for that.
    pub fn chargeback_withdrawn(amount: Money, fee: Money) -> Result<Self, LedgerError> {
        let debits = [(Account::ChargebackLoss, amount), (Account::StripeFees, fee)];
        let credits = [(Account::StripeClearing, amount.checked_add(fee)?)];
        Self::of_some("chargeback_withdrawn", &debits, &credits)
    }

    /// The processor gave it back; of its fee what it says, which is mostly nothing.
    pub fn chargeback_reinstated(amount: Money, fee: Money) -> Result<Self, LedgerError> {
        let debits = [(Account::StripeClearing, amount.checked_add(fee)?)];
        let credits = [(Account::ChargebackLoss, amount), (Account::StripeFees, fee)];
        Self::of_some("chargeback_reinstated", &debits, &credits)
    }

    /// The bank decided for the client: what was to go back to them, and what was held or owed to the freelancer, is no more. What
    /// none of these bears stays the platform's loss.
    pub fn chargeback_lost(borne: &Borne) -> Result<Self, LedgerError> {
        let credits = [(Account::ChargebackLoss, borne.sum()?)];
        Self::of_some("chargeback_lost", &borne.accounts()?, &credits)
    }

    /// The bank decided otherwise after all: all of that is there again.
    pub fn chargeback_won(borne: &Borne) -> Result<Self, LedgerError> {
        let debits = [(Account::ChargebackLoss, borne.sum()?)];
        Self::of_some("chargeback_won", &debits, &borne.accounts()?)
    }

    /// Without the sides that are nothing.
    fn of_some(
        kind: &str,
        debits: &[(Account, Money)],
        credits: &[(Account, Money)],
    ) -> Result<Self, LedgerError> {
        let some = |side: &[(Account, Money)]| -> Vec<(Account, Money)> {
            let some = side.iter().filter(|(_, money)| money.amount != 0);
            some.cloned().collect()
        };
        Self::new(kind, &some(debits), &some(credits))
    }

    fn new(
        kind: &str,
        debits: &[(Account, Money)],
        credits: &[(Account, Money)],
    ) -> Result<Self, LedgerError> {
        let currency = debits.first().ok_or(LedgerError::Unbalanced)?.1.currency;
        let mut sum = Money::zero(currency);
        let mut postings = Vec::new();
        for (side, sign) in [(debits, 1), (credits, -1)] {
            for (account, money) in side {
                if money.amount < 0 {
                    return Err(LedgerError::Negative);
                }
                let signed = Money::new(money.amount * sign, money.currency);
                sum = sum.checked_add(signed)?;
                postings.push(Posting {
                    account: account.code(),
                    amount: signed.amount,
                });
            }
        }
        if sum.amount != 0 {
            return Err(LedgerError::Unbalanced);
        }
        Ok(Self {
            kind: kind.to_owned(),
            currency: currency.code().to_owned(),
            postings,
        })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proconnect_domain::{ContractId, Currency, TypedId};

    #[test]
    fn every_journal_of_a_milestone_balances_and_leaves_only_the_fees() {
        let milestone = MilestoneId::of(ContractId::from_ulid(ulid(1)), 1);
        let freelancer = UserId::from_ulid(ulid(2));
        for amount in (100..3_000).chain([99_999_999]) {
            let amount = Money::new(amount, Currency::Usd);
            let fee = amount.share(1000);
            let journals = [
                Journal::funded(milestone, amount),
                Journal::processor_fee(Money::new(59, Currency::Usd)),
                Journal::approved(milestone, freelancer, amount, fee),
                Journal::transferred(freelancer, Money::new(amount.amount - fee.amount, Currency::Usd)),
                // Paid twice by mistake: given back, refused by the bank, given back again.
                Journal::paid_twice(milestone, amount),
                Journal::given_back(milestone, amount),
                Journal::came_back(milestone, amount),
                Journal::given_back(milestone, amount),
            ];
            let postings: Vec<Posting> = journals
                .into_iter()
                .flatten()
                .flat_map(|journal| journal.postings)
                .collect();
            assert_eq!(postings.iter().map(|posting| posting.amount).sum::<i64>(), 0);
            let balance = |code: &str| -> i64 {
                postings
                    .iter()
                    .filter(|posting| posting.account == code)
                    .map(|posting| posting.amount)
                    .sum()
            };
            assert_eq!(balance(&Account::Held(milestone).code()), 0);
            assert_eq!(balance(&Account::Payable(freelancer).code()), 0);
            assert_eq!(balance(&Account::PendingRefund(milestone).code()), 0);
            assert_eq!(balance("stripe_clearing"), fee.amount - 59);
        }
    }

    #[test]
    fn what_a_dispute_splits_leaves_only_the_fee() {
        let milestone = MilestoneId::of(ContractId::from_ulid(ulid(1)), 1);
        let freelancer = UserId::from_ulid(ulid(2));
        for held in (1..400).chain([10_001, 99_999_999]) {
            for part in [0, 1, held / 3, held / 2, held - 1, held] {
                let usd = |amount| Money::new(amount, Currency::Usd);
                let (to_freelancer, to_client) = (usd(part), usd(held - part));
                let fee = to_freelancer.share(1000);
                let payout = usd(part - fee.amount);
                let mut sums = std::collections::BTreeMap::new();
                let journals = [
                    Journal::funded(milestone, usd(held)),
                    Journal::settled(milestone, freelancer, (to_freelancer, fee, to_client)),
                    Journal::given_back(milestone, to_client),
                    Journal::transferred(freelancer, payout),
                ];
                for journal in journals {
                    for posting in journal.unwrap().postings {
                        *sums.entry(posting.account).or_insert(0) += posting.amount;
                    }
                }
                assert_eq!(sums["stripe_clearing"], fee.amount);
                assert_eq!(sums.get("fee_revenue").copied().unwrap_or_default(), -fee.amount);
                assert_eq!(
                    sums.values().filter(|sum| **sum != 0).count(),
                    if fee.amount == 0 { 0 } else { 2 }
                );
            }
        }
    }

    #[test]
    fn what_is_given_back_in_parts_leaves_only_the_fee_on_the_rest() {
        let milestone = MilestoneId::of(ContractId::from_ulid(ulid(1)), 1);
        let freelancer = UserId::from_ulid(ulid(2));
        let usd = |amount| Money::new(amount, Currency::Usd);
        for held in [1, 2, 3, 199, 10_001, 99_999_999] {
            for first in [1, held / 3 + 1, held] {
                for second in [0, (held - first) / 2, held - first] {
                    let rest = usd(held - first - second);
                    let fee = rest.share(1000);
                    let mut journals = vec![Journal::funded(milestone, usd(held))];
                    for part in [first, second].into_iter().filter(|part| *part > 0) {
                        journals.push(Journal::refund_agreed(milestone, usd(part)));
                        journals.push(Journal::given_back(milestone, usd(part)));
                    }
                    if rest.amount > 0 {
                        journals.push(Journal::approved(milestone, freelancer, rest, fee));
                        journals.push(Journal::transferred(freelancer, usd(rest.amount - fee.amount)));
                    }
                    let mut sums = std::collections::BTreeMap::new();
                    for posting in journals.into_iter().flat_map(|journal| journal.unwrap().postings) {
                        *sums.entry(posting.account).or_insert(0) += posting.amount;
                    }
                    assert_eq!(sums["stripe_clearing"], fee.amount);
                    let open = sums.values().filter(|sum| **sum != 0).count();
                    assert_eq!(open, if fee.amount == 0 { 0 } else { 2 });
                }
            }
        }
    }

    #[test]
    fn what_a_bank_takes_back_is_borne_once_and_given_back_whole() {
        let milestone = MilestoneId::of(ContractId::from_ulid(ulid(1)), 1);
        let freelancer = UserId::from_ulid(ulid(2));
        let usd = |amount| Money::new(amount, Currency::Usd);
        for (refunded, unsent, fee, was_held) in [
            (0, 10_001, 0, true),
            (3_000, 7_001, 0, true),
            (0, 10_001, 1_000, false),
            (10_001, 0, 0, false),
        ] {
            let borne = Borne {
                milestone,
                freelancer,
                refunded: usd(refunded),
                unsent: usd(unsent),
                fee: usd(fee),
                was_held,
            };
            let taken = [
                Journal::chargeback_withdrawn(usd(10_001), usd(1_500)),
                Journal::chargeback_lost(&borne),
            ];
            let back = [
                Journal::chargeback_won(&borne),
                Journal::chargeback_reinstated(usd(10_001), usd(0)),
            ];
            let mut sums = std::collections::BTreeMap::new();
            let mut book = |journals: [Result<Journal, LedgerError>; 2]| {
                for posting in journals.into_iter().flat_map(|journal| journal.unwrap().postings) {
                    *sums.entry(posting.account).or_insert(0) += posting.amount;
                }
                sums.clone()
            };
            let after = book(taken);
            assert_eq!((after["chargeback_loss"], after["stripe_clearing"]), (0, -11_501));
            assert_eq!(after.values().sum::<i64>(), 0);
            // The processor keeps its fee.
            let after = book(back);
            let open: Vec<_> = after.into_iter().filter(|(_, sum)| *sum != 0).collect();
            let fees = [("stripe_clearing", -1_500), ("stripe_fees", 1_500)];
            assert_eq!(open, fees.map(|(account, sum)| (account.to_owned(), sum)));
        }
    }

    #[test]
    fn an_unbalanced_or_mixed_journal_cannot_be_made() {
        let dollar = Money::new(1, Currency::Usd);
        let euro = Money::new(1, Currency::Eur);
        let make = |debit, credit| {
            Journal::new(
                "x",
                &[(Account::StripeClearing, debit)],
                &[(Account::FeeRevenue, credit)],
            )
        };
        assert_eq!(
            make(dollar, Money::new(2, Currency::Usd)),
            Err(LedgerError::Unbalanced)
        );
        assert_eq!(
            make(dollar, euro),
            Err(LedgerError::Money(MoneyError::CurrencyMismatch))
        );
        let minus = Money::new(-1, Currency::Usd);
        assert_eq!(make(minus, minus), Err(LedgerError::Negative));
    }

    fn ulid(n: u128) -> ulid::Ulid {
        ulid::Ulid(n << 8)
    }
}

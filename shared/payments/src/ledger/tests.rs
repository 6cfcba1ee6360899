//! Journals of whole stories leave nothing behind but the fees.

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

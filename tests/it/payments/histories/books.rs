//! What must hold of a contract's books, and of the processor's money beside them.

use super::processor::Processor;
use proconnect_api::{Ledger, LedgerEntry};
use proconnect_domain::MilestoneId;
use proconnect_tests::chain_verdict;
use std::collections::BTreeMap;
use std::fmt;

/// What happened in some histories.
#[derive(Debug, Clone, Copy, Default)]
pub struct Totals {
    pub steps: u64,
    pub deaths: u64,
    pub errors: u64,
    pub entries: u64,
    pub released: u64,
    pub paid_twice: u64,
    pub came_back: u64,
    pub agreed: u64,
    pub charged_back: u64,
    pub lost: u64,
}

impl std::ops::AddAssign for Totals {
    fn add_assign(&mut self, other: Self) {
        self.steps += other.steps;
        self.deaths += other.deaths;
        self.errors += other.errors;
        self.entries += other.entries;
        self.released += other.released;
        self.paid_twice += other.paid_twice;
        self.came_back += other.came_back;
        self.agreed += other.agreed;
        self.charged_back += other.charged_back;
        self.lost += other.lost;
    }
}

impl fmt::Display for Totals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} steps, {} deaths, {} failed calls, {} entries; {} payouts, {} second payments, {} agreed refunds, {} of both came back, {} chargebacks, {} of which took something",
            self.steps,
            self.deaths,
            self.errors,
            self.entries,
            self.released,
            self.paid_twice,
            self.agreed,
            self.came_back,
            self.charged_back,
            self.lost
        )
    }
}

impl Totals {
    pub const fn is_varied(&self) -> bool {
        self.deaths > 500
            && self.errors > 500
            && self.released > 200
            && self.paid_twice > 100
            && self.came_back > 10
            && self.agreed > 100
            && self.charged_back > 100
            && self.lost > 30
    }

    /// Counts what a ledger tells of.
    pub fn count(&mut self, ledger: &Ledger) {
        let of = |cause: &str| ledger.items.iter().filter(|entry| entry.cause == cause).count() as u64;
        self.entries += ledger.items.len() as u64;
        self.released += of("transferred");
        self.paid_twice += of("paid_twice");
        self.came_back += of("came_back");
        self.agreed += of("refund_agreed");
        self.charged_back += of("chargeback_withdrawn");
        self.lost += of("chargeback_lost");
    }
}

/// Balances, debits positive, after each entry in turn.
fn balances(entries: &[LedgerEntry]) -> BTreeMap<&str, i64> {
    let mut balances = BTreeMap::new();
    for posting in entries.iter().flat_map(|entry| &entry.entries) {
        *balances.entry(posting.account.as_str()).or_insert(0) += posting.amount;
    }
    balances
}

/// What must hold at any moment.
pub fn check(contract: &str, ledger: &Ledger) {
    let items = serde_json::to_value(&ledger.items).unwrap();
    let head = serde_json::to_value(&ledger.head).unwrap();
    assert_eq!(
        chain_verdict(contract, items.as_array().unwrap(), &head),
        Ok(()),
        "the chain"
    );
    for entry in &ledger.items {
        assert_eq!(
            entry.entries.iter().map(|posting| posting.amount).sum::<i64>(),
            0,
            "{}",
            entry.id
        );
    }
    for end in 1..=ledger.items.len() {
        for (account, balance) in balances(&ledger.items[..end]) {
            let is_liability = ["held:", "payable:", "pending_refund:"]
                .iter()
                .any(|kind| account.starts_with(kind));
            assert!(
                !is_liability || balance <= 0,
                "{account} is below zero: {balance}, after entry {end}"
            );
        }
    }
}

/// What must hold once everything has come to rest.
pub fn check_at_rest(ledger: &Ledger, processor: &Processor, milestones: &[MilestoneId]) {
    let all = balances(&ledger.items);
    let clearing = all.get("stripe_clearing").copied().unwrap_or_default();
    assert_eq!(clearing, processor.balance(), "what the processor holds");
    for milestone in milestones {
        let moved = |cause: &str, account: &str, sign: i64| -> i64 {
            let entries = ledger
                .items
                .iter()
                .filter(|entry| entry.cause == cause && entry.milestone_id == Some(*milestone));
            let postings = entries.flat_map(|entry| &entry.entries);
            postings
                .filter(|posting| posting.account.starts_with(account))
                .map(|posting| posting.amount * sign)
                .sum()
        };
        // What a bank's decision took of an account, less what another gave back.
        let taken = |account| moved("chargeback_lost", account, 1) - moved("chargeback_won", account, -1);
        let funded = moved("funded", "held:", -1);
        let fee = moved("approved", "fee_revenue", -1);
        let released = moved("transferred", "payable:", 1);
        let approved = moved("approved", "held:", 1);
        assert!(
            released + fee <= funded,
            "{milestone}: {released} + {fee} of {funded}"
        );
        assert!(
            approved == 0 || released + fee + taken("payable:") == approved,
            "{milestone}: of {approved} approved {released} was sent, the fee was {fee}, and a bank took {}",
            taken("payable:")
        );
        assert!(processor.transfers(*milestone) <= 1, "{milestone} was sent twice");
        let second = moved("paid_twice", "pending_refund:", -1);
        let back = moved("given_back", "pending_refund:", 1) - moved("came_back", "pending_refund:", -1);
        let agreed = moved("refund_agreed", "held:", 1);
        let stood_for = taken("pending_refund:");
        assert!(
            back + stood_for <= second + agreed,
            "{milestone}: more went back than was to"
        );
        assert!(
            approved + agreed + taken("held:") <= funded,
            "{milestone}: {approved} + {agreed} of {funded}"
        );
    }
}

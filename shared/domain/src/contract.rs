//! Contracts: states and progress.

use crate::error::{listed_enum, transitions};
use crate::{Currency, Money, WorkStatus};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

listed_enum! {
    /// State of a contract.
    ContractStatus {
        /// Work goes on.
        Active,
        /// A dispute about one of its milestones is open; the others go on.
        Disputed,
        /// Every milestone is approved.
        Completed,
        /// Ended before that.
        Ended,
    }
}

listed_enum! {
    /// What can happen to a contract.
    ContractEvent {
        /// The last milestone is approved.
        Complete,
        /// A side ends it.
        End,
        /// The first dispute is opened.
        Dispute,
        /// The last open dispute is decided.
        Resolve,
        /// The last open dispute is taken back.
        Withdraw,
    }
}

transitions! { ContractStatus, ContractEvent:
    Active + Complete => Completed,
    Active + End => Ended,
    Active + Dispute => Disputed,
    Disputed + Resolve => Active,
    Disputed + Withdraw => Active,
    Disputed + End => Ended,
}

/// How far a contract has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Progress {
    /// Approved amount ÷ total amount, rounded down: 100 only when all is approved, or went back to the client.
    pub percent: u8,
    /// The sum of the approved milestones.
    pub approved_amount: Money,
    /// The sum of all milestones.
    pub total_amount: Money,
    /// Approved milestones.
    pub approved_count: u32,
    /// All milestones.
    pub total_count: u32,
}

impl ContractStatus {
    /// Work or money may still move.
    pub fn is_running(self) -> bool {
        matches!(self, ContractStatus::Active | ContractStatus::Disputed)
    }
}

impl Progress {
    /// The progress of milestones, all of one currency.
    pub fn of(milestones: impl Iterator<Item = (Money, WorkStatus)>) -> Self {
        let mut progress = Progress {
            percent: 0,
            approved_amount: Money::zero(Currency::Usd),
            total_amount: Money::zero(Currency::Usd),
            approved_count: 0,
            total_count: 0,
        };
        for (amount, status) in milestones {
            let approved = status == WorkStatus::Approved;
            progress.total_amount.currency = amount.currency;
            progress.approved_amount.currency = amount.currency;
            progress.total_amount.amount += amount.amount;
            progress.total_count += 1;
            if approved {
                progress.approved_amount.amount += amount.amount;
                progress.approved_count += 1;
            }
        }
        let percent = (progress.approved_amount.amount * 100).checked_div(progress.total_amount.amount);
        // Where all of the money went back, nothing is left to divide by.
        let is_done = progress.total_count > 0 && progress.approved_count == progress.total_count;
        let percent = percent.unwrap_or(if is_done { 100 } else { 0 });
        progress.percent = u8::try_from(percent).unwrap_or(100);
        progress
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::assert_machine;

    #[test]
    fn a_contract_ends_completed_or_before() {
        let all = (ContractStatus::ALL, ContractEvent::ALL);
        assert_machine(
            all,
            ContractStatus::apply,
            ContractStatus::Active,
            &[ContractStatus::Completed, ContractStatus::Ended],
        );
    }

    #[test]
    fn progress_is_approved_over_total_rounded_down() {
        let euro = |amount| Money::new(amount, Currency::Eur);
        let progress =
            Progress::of([(euro(199), WorkStatus::Approved), (euro(1), WorkStatus::InReview)].into_iter());
        assert_eq!(
            (progress.percent, progress.approved_count, progress.total_count),
            (99, 1, 2)
        );
        assert_eq!(progress.total_amount, euro(200));
        assert_eq!(Progress::of(std::iter::empty()).percent, 0);
        let gone = [(euro(0), WorkStatus::Approved), (euro(0), WorkStatus::Approved)];
        assert_eq!(Progress::of(gone.into_iter()).percent, 100);
    }
}

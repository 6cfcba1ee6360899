//! Whether chargebacks and warnings hold a milestone's money back.

use super::record::{ChargebackRecord, FraudWarningRecord};
use crate::contract::{ContractRecord, MilestoneRecord};
use proconnect_domain::MilestoneId;

impl MilestoneRecord {
    /// The chargeback that the bank has not decided.
    pub fn open_chargeback(&self) -> Option<&ChargebackRecord> {
        self.chargebacks.iter().find(|chargeback| chargeback.is_open())
    }

    /// The warning of fraud that nobody has looked at.
    pub fn open_warning(&self) -> Option<&FraudWarningRecord> {
        self.fraud_warning
            .as_ref()
            .filter(|warning| warning.cleared_at.is_none())
    }

    /// Nothing of its money may leave for the freelancer now.
    pub fn is_held_back(&self) -> bool {
        self.open_chargeback().is_some() || self.open_warning().is_some()
    }

    /// What banks took of the freelancer's part of a settlement, and the fee on that.
    pub(crate) fn taken_of_settlement(&self) -> (i64, i64) {
        let taken = self
            .chargebacks
            .iter()
            .filter_map(|chargeback| chargeback.taken.as_ref());
        taken
            .filter(|taken| taken.of_settlement)
            .fold((0, 0), |(unsent, fee), taken| {
                (unsent + taken.unsent.amount, fee + taken.fee.amount)
            })
    }
}

impl ContractRecord {
    /// Whether a milestone's money may leave for the freelancer.
    pub fn is_held_back(&self, id: MilestoneId) -> bool {
        self.milestone(id).is_some_and(MilestoneRecord::is_held_back)
    }
}

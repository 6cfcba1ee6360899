//! What becomes true of refunds that the two agree on.

use crate::StoreError;
use crate::contract::{ContractRecord, MilestoneRecord};
use proconnect_domain::Money;
use proconnect_events::OfRefund;

impl ContractRecord {
    /// A refund of so much out of what is held now.
    pub(crate) fn of_refund(
        &self,
        milestone: &MilestoneRecord,
        amount: Money,
    ) -> Result<OfRefund, StoreError> {
        Ok(OfRefund {
            milestone_id: milestone.id,
            client_id: self.client.id,
            freelancer_id: self.freelancer.id,
            amount,
            rest: milestone.held().checked_sub(amount)?,
        })
    }
}

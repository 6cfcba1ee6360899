//! Warnings of fraud: what a network warns of is not sent before somebody has looked.

use super::record::FraudWarningRecord;
use super::repository::Chargebacks;
use crate::StoreError;
use crate::contract::{ContractRecord, milestone_of};
use crate::record::Stored;
use proconnect_domain::Timestamp;
use proconnect_payments::FraudWarning;

impl Chargebacks<'_> {
    /// Takes a warning in, once. `false` when it was taken in before, is about another payment than the one that funds the
    /// milestone, or comes after a chargeback.
    pub async fn warned(
        &self,
        contract: &mut Stored<ContractRecord>,
        said: &FraudWarning,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        let milestone = milestone_of(contract, said.milestone_id)?;
        let known = milestone.fraud_warning.as_ref();
        let is_known = known.is_some_and(|warning| warning.id == said.id);
        let is_other = milestone.charge_id.as_ref() != Some(&said.charge_id);
        if is_known || is_other || !milestone.chargebacks.is_empty() {
            return Ok(false);
        }
        milestone.fraud_warning = Some(FraudWarningRecord {
            id: said.id.clone(),
            kind: said.kind.clone(),
            warned_at: now,
            cleared_at: None,
        });
        self.store().contracts().update(contract, [], now).await?;
        Ok(true)
    }
}

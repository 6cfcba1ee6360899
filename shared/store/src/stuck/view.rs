//! What is stuck, as the API returns it.

use super::record::{StuckKind, StuckPayment};
use crate::People;
use crate::contract::ContractRecord;
use proconnect_api as api;

impl StuckPayment {
    /// As admins see it.
    pub fn view(&self, contract: &ContractRecord, people: &People) -> api::StuckPayment {
        api::StuckPayment {
            id: self.payment_id,
            milestone_id: self.milestone_id,
            milestone_title: self.milestone_title.clone(),
            contract_id: contract.id,
            task_title: contract.task_title.clone(),
            kind: match self.kind {
                StuckKind::Payout => api::StuckKind::Payout,
                StuckKind::Refund => api::StuckKind::Refund,
                StuckKind::Chargeback => api::StuckKind::Chargeback,
                StuckKind::FraudWarning => api::StuckKind::FraudWarning,
            },
            amount: self.amount,
            client: people.of(&contract.client),
            freelancer: people.of(&contract.freelancer),
            since: self.since,
            answer_by: self.answer_by,
        }
    }
}

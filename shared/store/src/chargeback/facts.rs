//! What becomes true of chargebacks.

use super::record::ChargebackRecord;
use crate::contract::{ContractRecord, MilestoneRecord};
use proconnect_domain::{ChargebackStatus, FundsStatus};
use proconnect_events::{ChargebackClosed, Fact, OfChargeback};

impl ContractRecord {
    /// It was opened (again), or decided.
    pub(crate) fn charged_back(&self, milestone: &MilestoneRecord, chargeback: &ChargebackRecord) -> Fact {
        let of = OfChargeback {
            milestone_id: milestone.id,
            client_id: self.client.id,
            freelancer_id: self.freelancer.id,
            amount: chargeback.amount,
            paid_out: milestone.funds == FundsStatus::Released,
        };
        match chargeback.status {
            ChargebackStatus::Open => Fact::ChargebackOpened(of),
            status => Fact::ChargebackClosed(ChargebackClosed {
                of,
                won: status == ChargebackStatus::Won,
            }),
        }
    }
}

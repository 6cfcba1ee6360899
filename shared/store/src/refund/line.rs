//! How history shows money that goes back.

use crate::contract::{ContractRecord, MilestoneRecord, RefundState, charge_line};
use crate::payment::{PaymentKind, PaymentRecord, PaymentStatus};
use proconnect_domain::{Money, PaymentId, Timestamp};

/// The client's line of history for money that goes back.
pub(crate) fn refund_line(
    contract: &ContractRecord,
    milestone: &MilestoneRecord,
    id: PaymentId,
    amount: Money,
    now: Timestamp,
) -> PaymentRecord {
    PaymentRecord {
        kind: PaymentKind::Refund,
        amount,
        status: PaymentStatus::Refunding,
        ..charge_line(contract, milestone, id, None, now)
    }
}

impl RefundState {
    /// How the line of history shows it.
    pub(crate) fn shown(self) -> PaymentStatus {
        match self {
            RefundState::Ordered | RefundState::OnTheWay => PaymentStatus::Refunding,
            RefundState::Refunded => PaymentStatus::Refunded,
            RefundState::Failed => PaymentStatus::Failed,
        }
    }
}

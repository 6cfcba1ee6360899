//! Lines of history as the API returns them.

use super::{PaymentKind, PaymentStatus};
use proconnect_api as api;

/// The kind, as the API returns it.
impl From<PaymentKind> for api::PaymentKind {
    fn from(kind: PaymentKind) -> Self {
        match kind {
            PaymentKind::Charge => Self::Charge,
            PaymentKind::Transfer => Self::Transfer,
            PaymentKind::Refund => Self::Refund,
        }
    }
}

/// The status, as the API returns it.
impl From<PaymentStatus> for api::PaymentStatus {
    fn from(status: PaymentStatus) -> Self {
        match status {
            PaymentStatus::Held => Self::Held,
            PaymentStatus::Released => Self::Released,
            PaymentStatus::OnTheWay => Self::OnTheWay,
            PaymentStatus::Blocked => Self::Blocked,
            PaymentStatus::Failed => Self::Failed,
            PaymentStatus::Paid => Self::Paid,
            PaymentStatus::Refunding => Self::Refunding,
            PaymentStatus::Refunded => Self::Refunded,
            PaymentStatus::ChargedBack => Self::ChargedBack,
        }
    }
}

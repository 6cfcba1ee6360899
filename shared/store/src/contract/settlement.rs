//! What a dispute decided about a milestone's money.

use proconnect_domain::{DisputeId, Money, PaymentId, Timestamp};
use serde::{Deserialize, Serialize};

/// Who gets what of it. The freelancer's part goes out as every release does; the client's is a refund of its own. Each is
/// followed to its end alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Settlement {
    /// The dispute.
    pub dispute_id: DisputeId,
    /// The freelancer's part, before the fee.
    pub to_freelancer: Money,
    /// The platform's fee on that part.
    pub fee: Money,
    /// The client's part. The two parts make what was held.
    pub to_client: Money,
    /// How the client's part goes back; none when there is none.
    pub refund: Option<RefundLeg>,
    /// When it was decided.
    pub decided_at: Timestamp,
}

/// The client's part on its way back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RefundLeg {
    /// The client's line of history for it.
    pub payment_id: PaymentId,
    /// How far it has come.
    pub status: RefundState,
    /// `re_…`, once the processor has taken it.
    pub refund_id: Option<String>,
}

/// How far a refund has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RefundState {
    /// The processor has not taken it yet.
    Ordered,
    /// The processor has taken it.
    OnTheWay,
    /// The money is back with the client's bank.
    Refunded,
    /// It could not be given back: a person has to look.
    Failed,
}

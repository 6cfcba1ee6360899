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

/// What goes back to the client, on its way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RefundLeg {
    /// The client's line of history for it.
    pub payment_id: PaymentId,
    /// How far it has come.
    pub status: RefundState,
    /// `re_…`, once the processor has taken it.
    pub refund_id: Option<String>,
    /// Attempts before this one, which failed for good.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub failed: Vec<FailedRefund>,
}

/// An attempt to give money back that failed for good.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FailedRefund {
    /// `re_…`, if the processor had taken it.
    pub refund_id: Option<String>,
    /// When the next attempt was ordered.
    pub retried_at: Timestamp,
}

impl RefundLeg {
    /// Ordered now.
    pub(crate) fn ordered(payment_id: PaymentId) -> Self {
        Self {
            payment_id,
            status: RefundState::Ordered,
            refund_id: None,
            failed: Vec::new(),
        }
    }

    /// Ordered once more, after it had failed.
    pub(crate) fn order_again(&mut self, now: Timestamp) {
        self.status = RefundState::Ordered;
        self.failed.push(FailedRefund {
            refund_id: self.refund_id.take(),
            retried_at: now,
        });
    }

    /// The number of the attempt under way, from 1.
    pub(crate) fn attempt(&self) -> u32 {
        u32::try_from(self.failed.len())
            .unwrap_or(u32::MAX)
            .saturating_add(1)
    }

    /// Whether a refund of the processor's is one of an earlier attempt, of which nothing is news any more.
    pub(crate) fn is_over(&self, refund_id: &str) -> bool {
        let mut earlier = self
            .failed
            .iter()
            .filter_map(|failed| failed.refund_id.as_deref());
        earlier.any(|earlier| earlier == refund_id)
    }
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

//! What a milestone's record holds of chargebacks.

use proconnect_domain::{ChargebackFacts, ChargebackStatus, Money, PaymentId, Timestamp};
use serde::{Deserialize, Serialize};

/// A chargeback of the payment that funds a milestone: a dispute in Stripe's words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ChargebackRecord {
    /// `du_…`, `dp_…`.
    pub id: String,
    /// How much the bank wants.
    pub amount: Money,
    /// Why, in the network's word.
    pub reason: String,
    /// State.
    pub status: ChargebackStatus,
    /// By when evidence can be sent; nothing once it was sent, or where the bank takes none.
    pub answer_by: Option<Timestamp>,
    /// When we heard of it.
    pub opened_at: Timestamp,
    /// When we heard of the bank's decision.
    pub closed_at: Option<Timestamp>,
    /// The balance transactions that are booked: `txn_…`.
    #[serde(default)]
    pub booked: Vec<String>,
    /// How often the bank has decided so far: it may decide once more, and otherwise.
    #[serde(default)]
    pub decisions: u32,
    /// While it is lost: what it took besides the platform's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken: Option<TakenRecord>,
}

/// What a bank's decision took, to be put back should it decide otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TakenRecord {
    /// The refunds that it stands for: the client's lines of history.
    pub refunds: Vec<PaymentId>,
    /// Their sum.
    pub refunded: Money,
    /// Of what the freelancer was to get, before the fee.
    pub unsent: Money,
    /// The platform's fee out of that.
    pub fee: Money,
    /// That was held; otherwise it was owed to the freelancer.
    pub was_held: bool,
    /// That was the freelancer's part of what a dispute had decided.
    pub of_settlement: bool,
}

/// A card network's warning that a payment is probably fraudulent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FraudWarningRecord {
    /// `issfr_…`.
    pub id: String,
    /// What the network says, in its word.
    pub kind: String,
    /// When we heard of it.
    pub warned_at: Timestamp,
    /// When an admin let the money go, or the bank came with a chargeback.
    pub cleared_at: Option<Timestamp>,
}

impl ChargebackRecord {
    pub(crate) fn is_open(&self) -> bool {
        self.status == ChargebackStatus::Open
    }

    pub(crate) fn facts(&self) -> ChargebackFacts {
        ChargebackFacts {
            status: self.status,
            answer_by: self.answer_by,
            amount: self.amount,
        }
    }
}

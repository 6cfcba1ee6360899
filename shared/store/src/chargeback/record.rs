//! What a milestone's record holds of chargebacks.

use crate::contract::{ContractRecord, MilestoneRecord};
use proconnect_domain::{ChargebackFacts, ChargebackStatus, MilestoneId, Money, PaymentId, Timestamp};
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

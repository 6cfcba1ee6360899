//! Chargebacks.

use proconnect_domain::{ChargebackStatus, Money, Timestamp, Waiting};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The client's bank wants money back that was paid for a milestone.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Chargeback {
    /// State.
    pub status: ChargebackStatus,
    /// How much the bank wants.
    pub amount: Money,
    /// Why, in the card network's word, such as `fraudulent` or `product_not_received`. There may be new ones.
    pub reason: String,
    /// When we heard of it.
    pub opened_at: Timestamp,
    /// When we heard of the bank's decision.
    pub closed_at: Option<Timestamp>,
    /// While evidence can be sent: by when, and what silence does, said to the reader. Afterwards the bank takes its time.
    pub clock: Option<Waiting>,
}

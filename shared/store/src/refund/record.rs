//! What a milestone's record holds of refunds that the two agree on.

use crate::contract::RefundLeg;
use proconnect_domain::{Money, RefundRequestId, RefundRequestStatus, Timestamp};
use serde::{Deserialize, Serialize};

/// What is left of a milestone's money after refunds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Kept {
    /// What is left; nothing once all of it went back.
    pub amount: Money,
    /// The platform's fee out of that.
    pub fee: Money,
}

/// Money that the freelancer gives back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AgreedRefund {
    /// How much.
    pub amount: Money,
    /// The request that they accepted; none where they offered it.
    pub request: Option<RefundRequestId>,
    /// How it goes back.
    pub leg: RefundLeg,
    /// When it was agreed on.
    pub agreed_at: Timestamp,
}

/// What a client asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RefundRequestRecord {
    /// Id.
    pub id: RefundRequestId,
    /// How much.
    pub amount: Money,
    /// Why, in a few words.
    pub reason: String,
    /// State.
    pub status: RefundRequestStatus,
    /// When it was asked for.
    pub asked_at: Timestamp,
    /// Why the freelancer declined, in a few words.
    pub answer: Option<String>,
    /// When it came to an end, or the time for an answer did.
    pub closed_at: Option<Timestamp>,
}

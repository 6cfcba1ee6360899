//! Refunds of held money that the two agree on.

use crate::RefundState;
use proconnect_domain::{MilestoneId, Money, RefundRequestId, RefundRequestStatus, Timestamp, Waiting};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a client asks to get back of a milestone's held money.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct RefundRequest {
    /// Id.
    pub id: RefundRequestId,
    /// The milestone whose money it is.
    pub milestone_id: MilestoneId,
    /// How much; while it can be accepted, no more than is held.
    pub amount: Money,
    /// Why.
    pub reason: String,
    /// State.
    pub status: RefundRequestStatus,
    /// While it is open: who must act, by when, and what silence does, said to the reader.
    pub clock: Option<Waiting>,
    /// Why the freelancer declined.
    pub answer: Option<String>,
    /// When it was asked for.
    pub asked_at: Timestamp,
    /// When it came to an end, or the time for an answer did.
    pub closed_at: Option<Timestamp>,
}

/// Money that the freelancer gave back.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct AgreedRefund {
    /// How much.
    pub amount: Money,
    /// The freelancer offered it; otherwise they accepted a request.
    pub is_offer: bool,
    /// How far it has come.
    pub state: RefundState,
    /// When it was agreed on.
    pub agreed_at: Timestamp,
}

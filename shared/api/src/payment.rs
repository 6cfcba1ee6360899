//! Payments, payout accounts.

use crate::Person;
use proconnect_domain::{ContractId, MilestoneId, Money, PaymentId, Timestamp};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a line of the payment history is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PaymentKind {
    /// A client paid for a milestone.
    Charge,
    /// A freelancer is paid for a milestone.
    Transfer,
    /// A client gets a part of what they paid back, or all of it.
    Refund,
}

/// How far it has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PaymentStatus {
    /// Charge: the money is held.
    Held,
    /// Charge: the money went to the freelancer.
    Released,
    /// Transfer: approved, being sent.
    OnTheWay,
    /// Transfer: waits until payouts are set up.
    Blocked,
    /// Transfer, or what was on its way back: refused; an admin looks at it.
    Failed,
    /// Transfer: sent.
    Paid,
    /// Charge or refund: goes back.
    Refunding,
    /// Charge or refund: is back with the payer's bank.
    Refunded,
    /// Charge: the payer's bank wants it back, or took it. Transfer: nothing is left to send, since it took it.
    ChargedBack,
}

/// One line of somebody's payment history.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Payment {
    /// Id.
    pub id: PaymentId,
    /// What it is.
    pub kind: PaymentKind,
    /// How much: of charges and transfers the whole amount, unless a dispute gave the freelancer a part of it.
    pub amount: Money,
    /// The platform's fee, on transfers.
    pub fee: Option<Money>,
    /// The milestone.
    pub milestone_id: MilestoneId,
    /// Its title.
    pub milestone_title: String,
    /// The contract.
    pub contract_id: ContractId,
    /// Its task's title.
    pub task_title: String,
    /// The other side.
    pub counterparty: Person,
    /// How far it has come.
    pub status: PaymentStatus,
    /// When it began.
    pub created_at: Timestamp,
    /// The invoice, once there is one.
    pub invoice_number: Option<String>,
}

/// The state of one's payout account at the processor.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct PayoutAccount {
    /// Onboarding was begun.
    pub connected: bool,
    /// The form was filled in.
    pub details_submitted: bool,
    /// Money can be sent to it.
    pub transfers_enabled: bool,
    /// It pays out to the bank.
    pub payouts_enabled: bool,
    /// What the processor still asks for.
    pub currently_due: Vec<String>,
}

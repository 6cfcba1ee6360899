//! Payment history, as each side sees it.

use crate::StoreError;
use crate::contract::Party;
use crate::items::Item;
use crate::keys::{self, Key};
use crate::personal::{Export, Personal};
use crate::record::{Indexes, Record, from_key, from_ttl, word};

use proconnect_domain::{ContractId, MilestoneId, Money, PaymentId, Timestamp, UserId};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// Events are remembered longer than Stripe lists them (30 days) or retries them (3 days).
const EVENT_LIFE: Duration = Duration::from_secs(45 * 24 * 3600);

/// What kind of movement a line of the history is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
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

/// A line of somebody's payment history.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PaymentRecord {
    /// Id.
    pub id: PaymentId,
    /// Whose history.
    pub user: Party,
    /// Kind.
    pub kind: PaymentKind,
    /// How much: the milestone's amount, or a part of it that a dispute gave to somebody.
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
    pub counterparty: Party,
    /// State.
    pub status: PaymentStatus,
    /// When it began.
    pub created_at: Timestamp,
    /// The invoice's number.
    pub invoice_number: Option<String>,
    /// The invoice's date.
    pub invoiced_at: Option<Timestamp>,
}

impl Record for PaymentRecord {
    const TYPE: &'static str = "payment";
    const V: u32 = 1;
    const BEGINS: (&'static str, &'static str) = (keys::USER, keys::PAYMENT);
    const PERSONAL: Personal = Personal::KeptForTheBooks {
        export: Export::Account,
        reason: "payments and invoices are kept for as long as tax law asks",
    };
    fn key(&self) -> Key {
        keys::payment(self.user.id, self.id)
    }
    fn status(&self) -> Option<String> {
        word(&self.status)
    }
}

/// A release that waits until its freelancer's account can take money.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct BlockedRelease {
    /// Whose account.
    pub(crate) user_id: UserId,
    /// What is to be released.
    pub(crate) milestone_id: MilestoneId,
}

impl Record for BlockedRelease {
    const TYPE: &'static str = "blocked_release";
    const V: u32 = 1;
    const BEGINS: (&'static str, &'static str) = (keys::USER, keys::BLOCKED);
    const PERSONAL: Personal = Personal::KeptForTheBooks {
        export: Export::Account,
        reason: "money that is owed to them",
    };
    fn key(&self) -> Key {
        keys::blocked_release(self.user_id, self.milestone_id)
    }
    /// It was nothing but its key.
    fn upgrade(from: u32, item: &mut Item) {
        if from == 0 {
            from_key(item, "userId", "pk", keys::USER);
            from_key(item, "milestoneId", "sk", keys::BLOCKED);
        }
    }
}

/// An event of Stripe's that was taken in.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct StripeEventRecord {
    /// `evt_…`.
    pub(crate) id: String,
    /// When it is forgotten.
    pub(crate) expires_at: Timestamp,
}

impl StripeEventRecord {
    pub(crate) fn taken(id: &str, now: Timestamp) -> Self {
        Self {
            id: id.to_owned(),
            expires_at: now.plus(EVENT_LIFE),
        }
    }
}

impl Record for StripeEventRecord {
    const TYPE: &'static str = "stripe_event";
    const V: u32 = 1;
    const BEGINS: (&'static str, &'static str) = (keys::STRIPE_EVENT, keys::STRIPE_EVENT_SORT);
    const PERSONAL: Personal = Personal::None {
        reason: "the id of an event, and names nobody",
    };
    fn key(&self) -> Key {
        keys::stripe_event(&self.id)
    }
    fn indexes(&self) -> Result<Indexes, StoreError> {
        Ok(Indexes::expiring(self.expires_at))
    }
    fn upgrade(from: u32, item: &mut Item) {
        if from == 0 {
            from_key(item, "id", "pk", keys::STRIPE_EVENT);
            from_ttl(item, "expiresAt");
        }
    }
}

//! Payment history, as each side sees it, and invoice numbers.

use crate::contract::Party;
use crate::keys::{self, Key};
use crate::record::{Record, word};
use proconnect_domain::{ContractId, MilestoneId, Money, PaymentId, Timestamp, UserId};
use serde::{Deserialize, Serialize};

/// What kind of movement a line of the history is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PaymentKind {
    /// A client paid for a milestone.
    Charge,
    /// A freelancer is paid for a milestone.
    Transfer,
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
    /// Transfer, or a charge on its way back: refused; an admin looks at it.
    Failed,
    /// Transfer: sent.
    Paid,
    /// Charge: came on top of the one that funds the milestone, and goes back.
    Refunding,
    /// Charge: is back with the payer's bank.
    Refunded,
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
    /// The milestone's amount.
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
    const LABEL: &'static str = "payment";
    fn key(&self) -> Key {
        keys::payment(self.user.id, self.id)
    }
    fn status(&self) -> Option<String> {
        word(&self.status)
    }
}

/// The next invoice number of a person. Numbers run in sequence for each person, without gaps.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct InvoiceCounter {
    /// Whose.
    pub user_id: UserId,
    /// How many were issued.
    pub issued: u32,
}

impl InvoiceCounter {
    /// Takes the next number: the person's prefix and a running number.
    pub fn issue(&mut self) -> String {
        self.issued += 1;
        let id = self.user_id.to_string();
        // The last eight characters of the ULID are random, the first are time: these tell people apart.
        let prefix = &id[id.len() - 8..];
        format!("{prefix}-{:04}", self.issued)
    }
}

impl Record for InvoiceCounter {
    const LABEL: &'static str = "invoice counter";
    fn key(&self) -> Key {
        keys::invoice_counter(self.user_id)
    }
}

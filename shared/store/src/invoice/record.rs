//! Invoices, fee invoices and credit notes, and their numbers.

use crate::billing::BillingDetails;
use crate::keys::{self, Key};
use crate::personal::{Export, Personal};
use crate::record::Record;
use proconnect_domain::{ContractId, Date, MilestoneId, Money, PaymentId, Timestamp, UserId};
use serde::{Deserialize, Serialize};

/// What a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InvoiceKind {
    /// From a freelancer to a client, for a milestone that was funded.
    Invoice,
    /// From the platform to a freelancer, for its fee.
    FeeInvoice,
    /// From a freelancer to a client: takes back from an invoice what was given back.
    CreditNote,
}

/// A line of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct InvoiceLineRecord {
    /// What.
    pub description: String,
    /// How much; negative on credit notes.
    pub amount: Money,
}

/// A document, whole as it was issued. Written once, with its number, in the transaction that moves the money; never changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct InvoiceRecord {
    /// Whose document it is: the client's, or, for the fee, the freelancer's.
    pub user_id: UserId,
    /// Their line of history.
    pub payment_id: PaymentId,
    /// Number.
    pub number: String,
    /// What it is.
    pub kind: InvoiceKind,
    /// When it was issued.
    pub issued_at: Timestamp,
    /// Date of issue, in UTC. Within somebody's numbers it never goes back.
    pub issued_on: Date,
    /// The contract.
    pub contract_id: ContractId,
    /// The milestone.
    pub milestone_id: MilestoneId,
    /// Who sells. The legal name is always there.
    pub seller: BillingDetails,
    /// Who buys. The legal name is always there.
    pub buyer: BillingDetails,
    /// What the buyer wants to find on it.
    pub reference: Option<String>,
    /// The number of the invoice that a credit note takes back from.
    pub credits: Option<String>,
    /// What is charged.
    pub lines: Vec<InvoiceLineRecord>,
    /// What the payment is about.
    pub gross: Money,
    /// The platform's fee out of it, on fee invoices.
    pub fee: Option<Money>,
}

impl Record for InvoiceRecord {
    const TYPE: &'static str = "invoice";
    const V: u32 = 1;
    const BEGINS: (&'static str, &'static str) = (keys::USER, keys::INVOICE);
    const PERSONAL: Personal = Personal::KeptForTheBooks {
        export: Export::Account,
        reason: "invoices are kept, with the names that they were issued to, for as long as tax law asks",
    };
    fn key(&self) -> Key {
        keys::invoice(self.user_id, self.payment_id)
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
    /// The date of the last one, where it is known.
    #[serde(default)]
    pub issued_on: Option<Date>,
}

impl InvoiceCounter {
    /// Of somebody who has got none yet.
    pub(crate) fn new(user_id: UserId) -> Self {
        Self {
            user_id,
            issued: 0,
            issued_on: None,
        }
    }

    /// Takes the next number: the person's prefix and a running number. Its date is today's, or, where the clocks of two
    /// functions disagree about midnight, that of the number before.
    pub fn issue(&mut self, today: Date) -> (String, Date) {
        self.issued += 1;
        let date = self.issued_on.map_or(today, |last| last.max(today));
        self.issued_on = Some(date);
        let id = self.user_id.to_string();
        // The last eight characters of the ULID are random, the first are time: these tell people apart.
        let prefix = &id[id.len() - 8..];
        (format!("{prefix}-{:04}", self.issued), date)
    }
}

impl Record for InvoiceCounter {
    const TYPE: &'static str = "invoice_counter";
    const V: u32 = 2;
    const BEGINS: (&'static str, &'static str) = (keys::USER, keys::INVOICES);
    const PERSONAL: Personal = Personal::KeptForTheBooks {
        export: Export::Account,
        reason: "invoice numbers run without gaps",
    };
    fn key(&self) -> Key {
        keys::invoice_counter(self.user_id)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn numbers_run_without_gaps_and_dates_never_go_back() {
        let mut counter = InvoiceCounter::new("usr_01M8CKSEVRCCE6DX8BZ3G1JGPG".parse().unwrap());
        let issued: Vec<(String, String)> = ["2026-12-31", "2027-01-01", "2026-12-31", "2027-01-02"]
            .iter()
            .map(|today| {
                let (number, date) = counter.issue(today.parse().unwrap());
                (number, date.to_string())
            })
            .collect();
        let expected = [
            ("Z3G1JGPG-0001", "2026-12-31"),
            ("Z3G1JGPG-0002", "2027-01-01"),
            ("Z3G1JGPG-0003", "2027-01-01"),
            ("Z3G1JGPG-0004", "2027-01-02"),
        ];
        assert_eq!(
            issued,
            expected.map(|(number, date)| (number.to_owned(), date.to_owned()))
        );
    }
}

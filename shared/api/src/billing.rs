//! Billing profiles, and the invoices that they stand on.

use crate::{PaymentKind, PaymentStatus};
use proconnect_domain::{ContractId, Country, Date, Money, PaymentId, Timestamp};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What somebody wants on invoices that are issued from now on. Those that were issued stay as they are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct BillingProfile {
    /// The name of the person or company; without one, the account's stands on invoices.
    pub legal_name: Option<String>,
    /// Street and house, at most three lines.
    pub address_lines: Vec<String>,
    /// Postal code.
    pub postal_code: Option<String>,
    /// Town.
    pub city: Option<String>,
    /// State, province or county.
    pub region: Option<String>,
    /// ISO 3166-1 alpha-2.
    pub country: Option<Country>,
    /// Tax number, in capital letters. Only its shape was looked at.
    pub tax_number: Option<String>,
    /// What they want to find on invoices that are made out to them, such as a cost centre.
    pub reference: Option<String>,
}

/// What a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum InvoiceKind {
    /// From a freelancer to a client, for a milestone that was funded.
    Invoice,
    /// From the platform to a freelancer, for its fee out of what was paid out.
    FeeInvoice,
    /// From a freelancer to a client: takes back from an invoice what was given back.
    CreditNote,
}

/// A document of the books. Names, addresses, tax numbers and amounts are those of the day on which it was issued;
/// `status` alone is of now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Invoice {
    /// Number, in sequence for each person, without gaps.
    pub invoice_number: String,
    /// What it is.
    pub document: InvoiceKind,
    /// When it was issued.
    pub issued_at: Timestamp,
    /// Date of issue: a day in UTC, which is where the platform keeps its books.
    pub issued_on: Date,
    /// The number of the invoice that a credit note takes back from, where that is known.
    pub credits: Option<String>,
    /// The payment's kind.
    pub kind: PaymentKind,
    /// Who sells.
    pub seller: InvoiceParty,
    /// Who buys.
    pub buyer: InvoiceParty,
    /// What the buyer wants to find on it.
    pub reference: Option<String>,
    /// What is charged; negative on credit notes.
    pub lines: Vec<InvoiceLine>,
    /// The sum of the lines. No tax is added to it.
    pub total: Money,
    /// What the payment is about: what the client paid or gets back, or what was released for the freelancer's work.
    pub gross: Money,
    /// The platform's fee out of it, on transfers.
    pub fee: Option<Money>,
    /// What is left of `gross` without the fee: what the freelancer gets.
    pub net: Money,
    /// State of the payment, as it is now.
    pub status: PaymentStatus,
    /// The payment.
    pub payment_id: PaymentId,
    /// The contract.
    pub contract_id: ContractId,
}

/// A side of an invoice. One of before there were billing profiles has a name alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct InvoiceParty {
    /// Name of the person or company.
    pub name: String,
    /// Street and house.
    pub address_lines: Vec<String>,
    /// Postal code.
    pub postal_code: Option<String>,
    /// Town.
    pub city: Option<String>,
    /// State, province or county.
    pub region: Option<String>,
    /// ISO 3166-1 alpha-2.
    pub country: Option<Country>,
    /// Tax number.
    pub tax_number: Option<String>,
}

/// A line of an invoice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct InvoiceLine {
    /// What.
    pub description: String,
    /// How much.
    pub amount: Money,
}

/// All documents of a year, and what they come to.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Statement {
    /// The year: its days in UTC.
    pub year: i16,
    /// The documents that were issued in it, oldest first.
    pub items: Vec<Invoice>,
    /// What they come to, for each currency that there is.
    pub totals: Vec<StatementTotals>,
}

/// What the documents of a year come to in one currency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct StatementTotals {
    /// As a client: invoices, less credit notes.
    pub bought: Money,
    /// As a freelancer: what was released for one's work.
    pub released: Money,
    /// The platform's fees out of it.
    pub fees: Money,
    /// What was paid out: `released` less `fees`.
    pub paid_out: Money,
}

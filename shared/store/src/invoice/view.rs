//! Documents as the API returns them.

use super::record::{InvoiceKind, InvoiceLineRecord, InvoiceRecord};
use crate::StoreError;
use crate::billing::BillingDetails;
use crate::payment::{PaymentKind, PaymentRecord};
use proconnect_api as api;
use proconnect_domain::{Date, Money};

impl PaymentRecord {
    /// Its document as it was issued, with the payment's state of now. Of those of before documents were kept, what the line of
    /// history says: number, day, names and amounts. Nothing while there is no number.
    pub fn invoice(self, issued: Option<InvoiceRecord>) -> Result<Option<api::Invoice>, StoreError> {
        let document = match issued {
            Some(document) => document,
            None => match self.early() {
                Some(document) => document,
                None => return Ok(None),
            },
        };
        let total = document
            .lines
            .iter()
            .try_fold(Money::zero(document.gross.currency), |sum, line| {
                sum.checked_add(line.amount)
            })?;
        let fee = document.fee.unwrap_or(Money::zero(document.gross.currency));
        Ok(Some(api::Invoice {
            invoice_number: document.number,
            document: document.kind.into(),
            issued_at: document.issued_at,
            issued_on: document.issued_on,
            credits: document.credits,
            kind: self.kind.into(),
            seller: document.seller.party(),
            buyer: document.buyer.party(),
            reference: document.reference,
            lines: document.lines.into_iter().map(api::InvoiceLine::from).collect(),
            total,
            gross: document.gross,
            fee: document.fee,
            net: document.gross.checked_sub(fee)?,
            status: self.status.into(),
            payment_id: self.id,
            contract_id: self.contract_id,
        }))
    }

    /// A document of before they were kept, made of the line of history: it says what it said then, the fee as a line of its own
    /// out of the freelancer's price.
    fn early(&self) -> Option<InvoiceRecord> {
        let (number, issued_at) = (self.invoice_number.clone()?, self.invoiced_at?);
        let named = |name: &str| BillingDetails {
            legal_name: Some(name.to_owned()),
            ..BillingDetails::default()
        };
        let (mine, other) = (named(&self.user.name), named(&self.counterparty.name));
        let (kind, seller, buyer) = match self.kind {
            PaymentKind::Charge => (InvoiceKind::Invoice, other, mine),
            PaymentKind::Refund => (InvoiceKind::CreditNote, other, mine),
            PaymentKind::Transfer => (InvoiceKind::FeeInvoice, named("ProConnect"), mine),
        };
        let amount = match self.kind {
            PaymentKind::Charge => self.amount,
            PaymentKind::Refund => Money::new(-self.amount.amount, self.amount.currency),
            PaymentKind::Transfer => self.fee.unwrap_or(Money::zero(self.amount.currency)),
        };
        let what = match kind {
            InvoiceKind::Invoice => "",
            InvoiceKind::FeeInvoice => "Platform fee: ",
            InvoiceKind::CreditNote => "Given back: ",
        };
        Some(InvoiceRecord {
            user_id: self.user.id,
            payment_id: self.id,
            number,
            kind,
            issued_at,
            issued_on: Date::of(issued_at),
            contract_id: self.contract_id,
            milestone_id: self.milestone_id,
            seller,
            buyer,
            reference: None,
            credits: None,
            lines: vec![InvoiceLineRecord {
                description: format!("{what}{}: {}", self.task_title, self.milestone_title),
                amount,
            }],
            gross: self.amount,
            fee: self.fee,
        })
    }
}

impl From<InvoiceLineRecord> for api::InvoiceLine {
    fn from(line: InvoiceLineRecord) -> Self {
        Self {
            description: line.description,
            amount: line.amount,
        }
    }
}

impl From<InvoiceKind> for api::InvoiceKind {
    fn from(kind: InvoiceKind) -> Self {
        match kind {
            InvoiceKind::Invoice => Self::Invoice,
            InvoiceKind::FeeInvoice => Self::FeeInvoice,
            InvoiceKind::CreditNote => Self::CreditNote,
        }
    }
}

//! An invoice in the words that its page and its PDF have in common. Only what was frozen stands there: neither changes once
//! the invoice is issued.

use proconnect_api::{Invoice, InvoiceKind, InvoiceParty};
use proconnect_domain::Money;
use proconnect_paper::{Party, Sheet, Table};

/// What stands on its paper.
pub(crate) fn sheet(invoice: &Invoice) -> Sheet {
    let mut facts = vec![fact("Issued on", &format!("{} (UTC)", invoice.issued_on.human()))];
    facts.extend(
        invoice
            .credits
            .as_ref()
            .map(|number| fact("Credit for invoice", number)),
    );
    facts.extend(
        invoice
            .reference
            .as_ref()
            .map(|text| fact("Buyer’s reference", text)),
    );
    facts.push(fact("Contract", &invoice.contract_id.to_string()));
    let charges = Table {
        heading: charged(invoice.document).to_owned(),
        heads: heads(),
        rows: invoice
            .lines
            .iter()
            .map(|line| row(&line.description, line.amount))
            .collect(),
        total: row("Total", invoice.total),
    };
    Sheet {
        title: format!("{} {}", name(invoice.document), invoice.invoice_number),
        facts,
        parties: vec![party("Seller", &invoice.seller), party("Buyer", &invoice.buyer)],
        tables: std::iter::once(charges).chain(payout(invoice)).collect(),
        notes: notes(invoice.document),
    }
}

/// A row of a table.
pub(crate) fn row(what: &str, amount: Money) -> [String; 2] {
    [what.to_owned(), amount.to_string()]
}

/// The heads of its columns.
pub(crate) fn heads() -> [String; 2] {
    ["What".to_owned(), "Amount".to_owned()]
}

fn fact(name: &str, value: &str) -> (String, String) {
    (name.to_owned(), value.to_owned())
}

/// What a document is called.
pub(crate) fn name(document: InvoiceKind) -> &'static str {
    match document {
        InvoiceKind::Invoice => "Invoice",
        InvoiceKind::FeeInvoice => "Fee invoice",
        InvoiceKind::CreditNote => "Credit note",
    }
}

fn charged(document: InvoiceKind) -> &'static str {
    match document {
        InvoiceKind::Invoice | InvoiceKind::FeeInvoice => "What is charged",
        InvoiceKind::CreditNote => "What is taken back",
    }
}

/// How the freelancer's payout comes of what was released.
fn payout(invoice: &Invoice) -> Option<Table> {
    let fee = invoice
        .fee
        .filter(|_| invoice.document == InvoiceKind::FeeInvoice)?;
    Some(Table {
        heading: "Your payout".to_owned(),
        heads: heads(),
        rows: vec![
            row("Released for your work", invoice.gross),
            row("Platform fee", Money::new(-fee.amount, fee.currency)),
        ],
        total: row("Paid out", invoice.net),
    })
}

fn party(heading: &str, party: &InvoiceParty) -> Party {
    let town = [&party.postal_code, &party.city].map(|part| part.as_deref().unwrap_or_default());
    let mut lines = vec![party.name.clone()];
    lines.extend(party.address_lines.iter().cloned());
    lines.push(town.join(" ").trim().to_owned());
    lines.extend(party.region.clone());
    lines.extend(party.country.as_ref().map(|country| country.name().to_owned()));
    lines.extend(
        party
            .tax_number
            .as_ref()
            .map(|number| format!("Tax number: {number}")),
    );
    lines.retain(|line| !line.is_empty());
    Party {
        heading: heading.to_owned(),
        lines,
    }
}

fn notes(document: InvoiceKind) -> Vec<String> {
    let issued = match document {
        InvoiceKind::Invoice => {
            "Issued by ProConnect on behalf of the seller. The amount was paid through ProConnect, which holds it until the \
             work is approved."
        }
        InvoiceKind::FeeInvoice => "The fee was taken out of what was released, so nothing is left to pay.",
        InvoiceKind::CreditNote => {
            "Issued by ProConnect on behalf of the seller. The amount goes back to the buyer."
        }
    };
    let tax = "No value-added or sales tax was added to the amounts.";
    vec![issued.to_owned(), tax.to_owned()]
}

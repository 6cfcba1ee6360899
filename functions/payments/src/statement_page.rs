//! A year's statement in the words that its page and its PDF have in common.

use crate::invoice_page::{heads, name, row};
use proconnect_api::{Invoice, InvoiceKind, Statement, StatementTotals};
use proconnect_domain::Money;
use proconnect_paper::{Sheet, Table};

/// What stands on its paper.
pub(crate) fn sheet(statement: &Statement) -> Sheet {
    let mut notes = vec![
        "Documents count for the day on which they were issued, in UTC.".to_owned(),
        "No value-added or sales tax was added to the amounts.".to_owned(),
    ];
    if statement.items.is_empty() {
        notes.insert(0, format!("Nothing was issued to you in {}.", statement.year));
    }
    Sheet {
        title: format!("Statement {}", statement.year),
        facts: Vec::new(),
        parties: Vec::new(),
        tables: statement
            .totals
            .iter()
            .flat_map(|totals| tables(statement, totals))
            .collect(),
        notes,
    }
}

/// What was bought and what was earned in one currency, each if there was any.
fn tables(statement: &Statement, totals: &StatementTotals) -> Vec<Table> {
    let currency = totals.bought.currency;
    let of = |is_fee: bool| {
        let items = statement.items.iter();
        items.filter(move |item| {
            let fits = (item.document == InvoiceKind::FeeInvoice) == is_fee;
            fits && item.total.currency == currency
        })
    };
    let code = currency.code().to_uppercase();
    let bought = Table {
        heading: format!("What you bought, in {code}"),
        heads: heads(),
        rows: of(false).map(|item| row(&line(item), item.total)).collect(),
        total: row("Bought", totals.bought),
    };
    let earned = Table {
        heading: format!("What was released for your work, in {code}"),
        heads: heads(),
        rows: of(true).map(|item| row(&line(item), item.gross)).collect(),
        total: row("Released", totals.released),
    };
    let paid = Table {
        heading: format!("What was paid out to you, in {code}"),
        heads: heads(),
        rows: vec![
            row("Released", totals.released),
            row("Platform fees", Money::new(-totals.fees.amount, currency)),
        ],
        total: row("Paid out", totals.paid_out),
    };
    let has_earned = !earned.rows.is_empty();
    let mut tables: Vec<Table> = [bought, earned]
        .into_iter()
        .filter(|table| !table.rows.is_empty())
        .collect();
    tables.extend(has_earned.then_some(paid));
    tables
}

fn line(item: &Invoice) -> String {
    let what = item.lines.first().map(|line| line.description.as_str());
    let number = format!("{} {}", name(item.document), item.invoice_number);
    format!("{} · {number} · {}", item.issued_on, what.unwrap_or_default())
}

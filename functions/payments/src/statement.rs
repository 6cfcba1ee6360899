//! `GET /v1/payments/statement`: a year's documents, and what they come to.

use crate::statement_page::sheet;
use proconnect_api::{Invoice, InvoiceKind, Statement, StatementTotals};
use proconnect_domain::{Currency, Money, MoneyError, PaymentId};
use proconnect_http::{ApiError, Caller, Client, Document, Form, Query};
use proconnect_rules::limits::{self, PAYMENTS_STATEMENT};
use proconnect_runtime::{App, Function};
use proconnect_store::{InvoiceRecord, PaymentFilter};
use schemars::JsonSchema;
use serde::Deserialize;
use std::collections::BTreeMap;

/// Signed in: the documents of a year, and what they come to.
pub const FUNCTION: Function = proconnect_runtime::http!(GET "/v1/payments/statement", handle);

/// Which year.
#[derive(Deserialize, JsonSchema)]
pub struct OfYear {
    /// By days of issue, in UTC: 2020 to 2099.
    #[schemars(example = 2026)]
    year: i16,
}

/// As many are read at a time.
const PAGE: u32 = 100;
/// And so many times: as many lines as the file of the history has at most.
const MOST_PAGES: usize = 100;

/// Every invoice, fee invoice and credit note that was issued to one in a year, oldest first, with the sums. By `Accept` as JSON,
/// as a page (`text/html`) or as a tagged PDF (`application/pdf`). 422 where more than 10,000 lines are looked through for it.
pub async fn handle(
    app: &App,
    caller: Caller,
    (client, Query(query), form): (Client, Query<OfYear>, Form),
) -> Result<Document<Statement>, ApiError> {
    let id = caller.user_id.to_string();
    limits::check(app, &PAYMENTS_STATEMENT, &client.address, &id).await?;
    if !(2020..=2099).contains(&query.year) {
        let message = "Name a year such as 2026.";
        return Err(ApiError::invalid_field("/year", "out_of_range", message));
    }
    let items = issued(app, &caller, query.year).await?;
    let statement = Statement {
        year: query.year,
        totals: totals(&items)?,
        items,
    };
    Ok(match form {
        Form::Json => Document::Data(statement),
        Form::Html => Document::Page(proconnect_paper::html(&sheet(&statement))),
        Form::Pdf => {
            let bytes = proconnect_paper::pdf(&sheet(&statement)).map_err(ApiError::internal)?;
            Document::Pdf(format!("proconnect-statement-{}.pdf", statement.year), bytes)
        }
    })
}

/// What was issued in a year, oldest first.
async fn issued(app: &App, caller: &Caller, year: i16) -> Result<Vec<Invoice>, ApiError> {
    let mut documents = documents(app, caller).await?;
    let (payments, all) = (app.store.payments(), PaymentFilter::default());
    let (mut found, mut cursor) = (Vec::new(), None);
    for _ in 0..MOST_PAGES {
        let page = payments.of(caller.user_id, &all, PAGE, cursor.as_deref()).await?;
        for payment in page.items {
            let document = documents.remove(&payment.id);
            let invoice = payment.invoice(document)?;
            found.extend(invoice.filter(|invoice| invoice.issued_on.year() == year));
        }
        cursor = page.next_cursor;
        if cursor.is_none() {
            // Numbers of one day follow each other; the ten-thousandth is longer than the one before.
            found.sort_by_key(|invoice| {
                let number = invoice.invoice_number.clone();
                (invoice.issued_on, number.len(), number)
            });
            return Ok(found);
        }
    }
    Err(too_much())
}

async fn documents(app: &App, caller: &Caller) -> Result<BTreeMap<PaymentId, InvoiceRecord>, ApiError> {
    let payments = app.store.payments();
    let (mut found, mut cursor) = (BTreeMap::new(), None);
    for _ in 0..MOST_PAGES {
        let page = payments
            .documents(caller.user_id, PAGE, cursor.as_deref())
            .await?;
        found.extend(
            page.items
                .into_iter()
                .map(|document| (document.payment_id, document)),
        );
        cursor = page.next_cursor;
        if cursor.is_none() {
            return Ok(found);
        }
    }
    Err(too_much())
}

fn too_much() -> ApiError {
    let message = "You have too many payments for one statement. Download the history by months.";
    ApiError::invalid_field("/year", "too_many", message)
}

fn totals(items: &[Invoice]) -> Result<Vec<StatementTotals>, MoneyError> {
    let mut totals: BTreeMap<&str, StatementTotals> = BTreeMap::new();
    for item in items {
        let currency = item.total.currency;
        let sums = totals.entry(currency.code()).or_insert_with(|| nothing(currency));
        match item.document {
            InvoiceKind::Invoice | InvoiceKind::CreditNote => {
                sums.bought = sums.bought.checked_add(item.total)?;
            }
            InvoiceKind::FeeInvoice => {
                sums.released = sums.released.checked_add(item.gross)?;
                sums.fees = sums.fees.checked_add(item.total)?;
                sums.paid_out = sums.paid_out.checked_add(item.net)?;
            }
        }
    }
    Ok(totals.into_values().collect())
}

fn nothing(currency: Currency) -> StatementTotals {
    let zero = Money::zero(currency);
    StatementTotals {
        bought: zero,
        released: zero,
        fees: zero,
        paid_out: zero,
    }
}

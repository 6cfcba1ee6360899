//! `GET /v1/payments.csv`: one's own payment history as a table.

use crate::csv::{Cell, line};
use crate::list::{stored_kind, stored_status};
use proconnect_api as api;
use proconnect_domain::{ContractId, Date, Money};
use proconnect_http::{ApiError, Caller, Client, Csv, Query};
use proconnect_rules::limits::{self, PAYMENTS_EXPORT};
use proconnect_runtime::{App, Function};
use proconnect_store::{PaymentFilter, PaymentRecord, People};
use schemars::JsonSchema;
use serde::Deserialize;

/// Signed in: one's own payment history, as comma-separated values.
pub const FUNCTION: Function = proconnect_runtime::http!(GET "/v1/payments.csv", handle);

/// Which lines; everything given must match.
#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ExportPayments {
    /// Of one kind.
    kind: Option<api::PaymentKind>,
    /// In one state.
    status: Option<api::PaymentStatus>,
    /// Of one contract.
    contract_id: Option<ContractId>,
    /// Begun on this day or later, in UTC.
    from: Option<Date>,
    /// Begun on this day or earlier, in UTC.
    to: Option<Date>,
}

/// As many lines are read at a time.
const PAGE: u32 = 100;
/// And so many times: a file of some 3 MB, of which Lambda carries 6.
const MOST_PAGES: usize = 100;

const HEADER: [&str; 14] = [
    "date",
    "kind",
    "status",
    "task",
    "milestone",
    "other side",
    "currency",
    "amount",
    "fee",
    "net",
    "net in minor units",
    "invoice",
    "contract id",
    "payment id",
];

/// What one paid and was paid, newest first: all of it in one file, by the same filters as the list. 422 where that is more
/// than 10,000 lines are looked through for.
pub async fn handle(
    app: &App,
    caller: Caller,
    (client, Query(query)): (Client, Query<ExportPayments>),
) -> Result<Csv, ApiError> {
    limits::check(
        app,
        &PAYMENTS_EXPORT,
        &client.address,
        &caller.user_id.to_string(),
    )
    .await?;
    let (payments, filter) = (
        app.store.payments(),
        PaymentFilter {
            kind: query.kind.map(stored_kind),
            status: query.status.map(stored_status),
            contract: query.contract_id,
            from: query.from,
            to: query.to,
        },
    );
    let mut text = line(HEADER.map(|name| Cell::Word(name.to_owned())));
    let mut cursor = None;
    for _ in 0..MOST_PAGES {
        let page = payments
            .of(caller.user_id, &filter, PAGE, cursor.as_deref())
            .await?;
        let people = app
            .store
            .people(page.items.iter().map(|payment| payment.counterparty.id))
            .await?;
        for payment in &page.items {
            text.push_str(&line(cells(payment, &people)?));
        }
        cursor = page.next_cursor;
        if cursor.is_none() {
            return Ok(Csv {
                name: "proconnect-payments.csv",
                text,
            });
        }
    }
    let message = "That is too much for one file. Name the days from which and to which.";
    Err(ApiError::invalid_field("/from", "too_many", message))
}

fn cells(payment: &PaymentRecord, people: &People) -> Result<[Cell; 14], ApiError> {
    let fee = payment.fee.unwrap_or(Money::zero(payment.amount.currency));
    let net = payment.amount.checked_sub(fee)?;
    let word = |word: String| Cell::Word(word);
    Ok([
        // The day in UTC, as every spreadsheet reads it.
        word(payment.created_at.to_string()[..10].to_owned()),
        word(spoken(&api::PaymentKind::from(payment.kind))),
        word(spoken(&api::PaymentStatus::from(payment.status))),
        Cell::Text(payment.task_title.clone()),
        Cell::Text(payment.milestone_title.clone()),
        Cell::Text(people.of(&payment.counterparty).name),
        word(payment.amount.currency.code().to_uppercase()),
        Cell::Number(payment.amount.decimal()),
        Cell::Number(fee.decimal()),
        Cell::Number(net.decimal()),
        Cell::Number(net.amount.to_string()),
        word(payment.invoice_number.clone().unwrap_or_default()),
        word(payment.contract_id.to_string()),
        word(payment.id.to_string()),
    ])
}

/// The API's word for it, without the marks of JSON.
fn spoken(value: &impl serde::Serialize) -> String {
    let text = serde_json::to_value(value).ok();
    text.and_then(|text| text.as_str().map(|text| text.replace('_', " ")))
        .unwrap_or_default()
}

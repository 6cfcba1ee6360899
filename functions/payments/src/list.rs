//! `GET /v1/payments`: one's own payment history.

use proconnect_api::{self as api, Payment};
use proconnect_domain::{ContractId, Date};
use proconnect_http::{ApiError, Caller, Json, Page, Query, check_limit};
use proconnect_runtime::{App, Function};
use proconnect_store::{PaymentFilter, PaymentKind, PaymentRecord, PaymentStatus, People};
use schemars::JsonSchema;
use serde::Deserialize;

/// Signed in: one's own payment history.
pub const FUNCTION: Function = proconnect_runtime::http!(GET "/v1/payments", handle);

/// Which lines; everything given must match.
#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ListPayments {
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
    /// How many lines a page holds: 1 to 100, 20 when absent. With filters a page may hold fewer and still have a next one.
    limit: Option<u32>,
    /// The `nextCursor` of the page before.
    cursor: Option<String>,
}

impl ListPayments {
    fn filter(&self) -> PaymentFilter {
        PaymentFilter {
            kind: self.kind.map(stored_kind),
            status: self.status.map(stored_status),
            contract: self.contract_id,
            from: self.from,
            to: self.to,
        }
    }
}

/// What one paid and was paid, newest first.
pub async fn handle(
    app: &App,
    caller: Caller,
    Query(query): Query<ListPayments>,
) -> Result<Json<Page<Payment>>, ApiError> {
    let filter = query.filter();
    let page = (check_limit(query.limit)?, query.cursor.as_deref());
    let payments = app.store.payments();
    let found = payments.of(caller.user_id, &filter, page.0, page.1).await?;
    let others = found.items.iter().map(|payment| payment.counterparty.id);
    let people = app.store.people(others).await?;
    Ok(Json(Page {
        items: found
            .items
            .into_iter()
            .map(|payment| view(payment, &people))
            .collect(),
        next_cursor: found.next_cursor,
    }))
}

fn view(payment: PaymentRecord, people: &People) -> Payment {
    Payment {
        id: payment.id,
        kind: payment.kind.into(),
        amount: payment.amount,
        fee: payment.fee,
        milestone_id: payment.milestone_id,
        milestone_title: payment.milestone_title,
        contract_id: payment.contract_id,
        task_title: payment.task_title,
        counterparty: people.of(&payment.counterparty),
        status: payment.status.into(),
        created_at: payment.created_at,
        invoice_number: payment.invoice_number,
    }
}

/// The kind, as the table has it.
pub(crate) fn stored_kind(kind: api::PaymentKind) -> PaymentKind {
    match kind {
        api::PaymentKind::Charge => PaymentKind::Charge,
        api::PaymentKind::Transfer => PaymentKind::Transfer,
        api::PaymentKind::Refund => PaymentKind::Refund,
    }
}

/// The status, as the table has it.
pub(crate) fn stored_status(status: api::PaymentStatus) -> PaymentStatus {
    match status {
        api::PaymentStatus::Held => PaymentStatus::Held,
        api::PaymentStatus::Released => PaymentStatus::Released,
        api::PaymentStatus::OnTheWay => PaymentStatus::OnTheWay,
        api::PaymentStatus::Blocked => PaymentStatus::Blocked,
        api::PaymentStatus::Failed => PaymentStatus::Failed,
        api::PaymentStatus::Paid => PaymentStatus::Paid,
        api::PaymentStatus::Refunding => PaymentStatus::Refunding,
        api::PaymentStatus::Refunded => PaymentStatus::Refunded,
        api::PaymentStatus::ChargedBack => PaymentStatus::ChargedBack,
    }
}

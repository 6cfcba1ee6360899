//! `GET /v1/payments`: one's own payment history.

use proconnect_api::{self as api, Payment};
use proconnect_http::{ApiError, Caller, Json, Page, PageQuery, Query};
use proconnect_runtime::{App, Function};
use proconnect_store::{PaymentKind, PaymentRecord, PaymentStatus, People};

/// Signed in: one's own payment history.
pub const FUNCTION: Function = proconnect_runtime::http!(GET "/v1/payments", handle);

/// What one paid and was paid, newest first.
pub async fn handle(
    app: &App,
    caller: Caller,
    Query(query): Query<PageQuery>,
) -> Result<Json<Page<Payment>>, ApiError> {
    let found = app
        .store
        .payments()
        .of(caller.user_id, query.limit()?, query.cursor.as_deref())
        .await?;
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
        kind: kind(payment.kind),
        amount: payment.amount,
        fee: payment.fee,
        milestone_id: payment.milestone_id,
        milestone_title: payment.milestone_title,
        contract_id: payment.contract_id,
        task_title: payment.task_title,
        counterparty: people.of(&payment.counterparty),
        status: status(payment.status),
        created_at: payment.created_at,
        invoice_number: payment.invoice_number,
    }
}

/// The kind, as the API returns it.
pub(crate) fn kind(kind: PaymentKind) -> api::PaymentKind {
    match kind {
        PaymentKind::Charge => api::PaymentKind::Charge,
        PaymentKind::Transfer => api::PaymentKind::Transfer,
        PaymentKind::Refund => api::PaymentKind::Refund,
    }
}

/// The status, as the API returns it.
pub(crate) fn status(status: PaymentStatus) -> api::PaymentStatus {
    match status {
        PaymentStatus::Held => api::PaymentStatus::Held,
        PaymentStatus::Released => api::PaymentStatus::Released,
        PaymentStatus::OnTheWay => api::PaymentStatus::OnTheWay,
        PaymentStatus::Blocked => api::PaymentStatus::Blocked,
        PaymentStatus::Failed => api::PaymentStatus::Failed,
        PaymentStatus::Paid => api::PaymentStatus::Paid,
        PaymentStatus::Refunding => api::PaymentStatus::Refunding,
        PaymentStatus::Refunded => api::PaymentStatus::Refunded,
    }
}

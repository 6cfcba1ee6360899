//! `GET /v1/payments`: one's own payment history.

use proconnect_api::{Named, Payment};
use proconnect_http::{ApiError, Caller, Json, Page, PageQuery, Query};
use proconnect_runtime::{App, Function};
use proconnect_store::{PaymentKind, PaymentRecord, PaymentStatus};

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
    Ok(Json(Page {
        items: found.items.into_iter().map(view).collect(),
        next_cursor: found.next_cursor,
    }))
}

fn view(payment: PaymentRecord) -> Payment {
    Payment {
        id: payment.id,
        kind: kind(payment.kind).to_owned(),
        amount: payment.amount,
        fee: payment.fee,
        milestone_id: payment.milestone_id,
        milestone_title: payment.milestone_title,
        contract_id: payment.contract_id,
        task_title: payment.task_title,
        counterparty: Named {
            id: payment.counterparty.id,
            name: payment.counterparty.name,
        },
        status: status(payment.status).to_owned(),
        created_at: payment.created_at,
        invoice_number: payment.invoice_number,
    }
}

/// The kind's word on the wire.
pub(crate) fn kind(kind: PaymentKind) -> &'static str {
    match kind {
        PaymentKind::Charge => "charge",
        PaymentKind::Transfer => "transfer",
    }
}

/// The status's word on the wire.
pub(crate) fn status(status: PaymentStatus) -> &'static str {
    match status {
        PaymentStatus::Held => "held",
        PaymentStatus::Released => "released",
        PaymentStatus::OnTheWay => "on_the_way",
        PaymentStatus::Blocked => "blocked",
        PaymentStatus::Failed => "failed",
        PaymentStatus::Paid => "paid",
        PaymentStatus::Refunding => "refunding",
        PaymentStatus::Refunded => "refunded",
    }
}

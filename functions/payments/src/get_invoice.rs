//! `GET /v1/payments/{paymentId}/invoice`.

use crate::list::{kind, status};
use proconnect_api::{Invoice, InvoiceLine, InvoiceParty};
use proconnect_domain::{Money, PaymentId};
use proconnect_http::{ApiError, Caller, Json, Path};
use proconnect_runtime::{App, Function};
use proconnect_store::{PaymentKind, PaymentRecord};

/// Its person: the invoice of a payment.
pub const FUNCTION: Function = proconnect_runtime::http!(GET "/v1/payments/{paymentId}/invoice", handle);

/// The invoice of one of one's own payments: 404 until there is one, and for anybody else's.
pub async fn handle(app: &App, caller: Caller, Path(id): Path<PaymentId>) -> Result<Json<Invoice>, ApiError> {
    let payment = app.store.payments().get(caller.user_id, id).await?;
    let payment = payment.ok_or_else(|| ApiError::not_found("payment"))?;
    invoice(payment)?
        .map(Json)
        .ok_or_else(|| ApiError::not_found("invoice"))
}

fn invoice(payment: PaymentRecord) -> Result<Option<Invoice>, ApiError> {
    let (Some(invoice_number), Some(issued_at)) = (payment.invoice_number, payment.invoiced_at) else {
        return Ok(None);
    };
    let fee = payment.fee.unwrap_or(Money::zero(payment.amount.currency));
    let work = InvoiceLine {
        description: format!("{}: {}", payment.task_title, payment.milestone_title),
        amount: payment.amount,
    };
    let mut lines = vec![work];
    if fee.amount > 0 {
        let less = Money::new(-fee.amount, fee.currency);
        lines.push(InvoiceLine {
            description: "ProConnect platform fee".to_owned(),
            amount: less,
        });
    }
    let net = payment.amount.checked_sub(fee)?;
    let party = |name: String| InvoiceParty { name };
    // The work is the freelancer's to sell and the client's to buy, whoever's invoice it is.
    let (seller, buyer) = match payment.kind {
        PaymentKind::Charge | PaymentKind::Refund => (payment.counterparty.name, payment.user.name),
        PaymentKind::Transfer => (payment.user.name, payment.counterparty.name),
    };
    Ok(Some(Invoice {
        invoice_number,
        issued_at,
        kind: kind(payment.kind),
        seller: party(seller),
        buyer: party(buyer),
        lines,
        total: net,
        fee: payment.fee,
        net,
        status: status(payment.status),
        payment_id: payment.id,
    }))
}

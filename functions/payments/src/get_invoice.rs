//! `GET /v1/payments/{paymentId}/invoice`.

use crate::invoice_page::sheet;
use proconnect_api::Invoice;
use proconnect_domain::PaymentId;
use proconnect_http::{ApiError, Caller, Document, Form, Path};
use proconnect_runtime::{App, Function};

/// Its person: the invoice of a payment.
pub const FUNCTION: Function = proconnect_runtime::http!(GET "/v1/payments/{paymentId}/invoice", handle);

/// The invoice, fee invoice or credit note of one of one's own payments: 404 until there is one, and for anybody else's. By
/// `Accept` as JSON, as a page (`text/html`) or as a tagged PDF (`application/pdf`), which say the same.
pub async fn handle(
    app: &App,
    caller: Caller,
    (Path(id), form): (Path<PaymentId>, Form),
) -> Result<Document<Invoice>, ApiError> {
    let found = app.store.payments().with_invoice(caller.user_id, id).await?;
    let (payment, document) = found.ok_or_else(|| ApiError::not_found("payment"))?;
    let invoice = payment.invoice(document)?;
    let invoice = invoice.ok_or_else(|| ApiError::not_found("invoice"))?;
    Ok(match form {
        Form::Json => Document::Data(invoice),
        Form::Html => Document::Page(proconnect_paper::html(&sheet(&invoice))),
        Form::Pdf => {
            let bytes = proconnect_paper::pdf(&sheet(&invoice)).map_err(ApiError::internal)?;
            Document::Pdf(format!("{}.pdf", invoice.invoice_number), bytes)
        }
    })
}

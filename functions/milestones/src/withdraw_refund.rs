//! `POST /v1/refund-requests/{refundRequestId}/withdraw`: no longer asks for money back.

use crate::refunds::{kept, request};
use crate::require;
use proconnect_api::RefundRequest;
use proconnect_domain::{Actor, RefundRequestId, RefundRequestStatus};
use proconnect_http::{ApiError, Caller, Json, Path};
use proconnect_runtime::{App, Function};
use proconnect_store::Side;

/// Its client: takes a request for a refund back.
pub const FUNCTION: Function =
    proconnect_runtime::http!(POST "/v1/refund-requests/{refundRequestId}/withdraw", handle);

/// Takes it back, as long as it waits for an answer. Twice is once.
pub async fn handle(
    app: &App,
    caller: Caller,
    Path(id): Path<RefundRequestId>,
) -> Result<Json<RefundRequest>, ApiError> {
    let contract = app.store.contracts().get(id.milestone_id().contract_id()).await?;
    let mut contract = contract.ok_or_else(|| ApiError::not_found("refund request"))?;
    require(&contract, id.milestone_id(), &caller, Side::Client)?;
    if kept(&contract, id)?.status != RefundRequestStatus::Withdrawn {
        let (refunds, now) = (app.store.refunds(), app.now());
        let step = refunds.withdraw(&mut contract, id, now)?;
        refunds.commit(step, None).await?;
    }
    Ok(Json(request(&contract, id, Actor::Client)?))
}

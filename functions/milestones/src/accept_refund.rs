//! `POST /v1/refund-requests/{refundRequestId}/accept`: gives back what the client has asked for.

use crate::refunds::{kept, request, require_held};
use crate::{require, require_active};
use proconnect_api::RefundRequest;
use proconnect_domain::{Actor, RefundRequestId, RefundRequestStatus};
use proconnect_http::{ApiError, Caller, Json, Path};
use proconnect_runtime::{App, Function};
use proconnect_store::Side;

/// Its freelancer: accepts a refund that was asked for, and the money goes back.
pub const FUNCTION: Function =
    proconnect_runtime::http!(POST "/v1/refund-requests/{refundRequestId}/accept", handle);

/// Accepts it; also after the time for an answer, as long as the money is held. Twice is once.
pub async fn handle(
    app: &App,
    caller: Caller,
    Path(id): Path<RefundRequestId>,
) -> Result<Json<RefundRequest>, ApiError> {
    let found = app.store.milestones().to_approve(id.milestone_id()).await?;
    let (found, chain) = found.ok_or_else(|| ApiError::not_found("refund request"))?;
    let mut contract = found.contract;
    let milestone = require(&contract, id.milestone_id(), &caller, Side::Freelancer)?;
    let status = kept(&contract, id)?.status;
    if status != RefundRequestStatus::Accepted {
        require_active(&contract, milestone)?;
        require_held(milestone)?;
        let (refunds, now) = (app.store.refunds(), app.now());
        let step = refunds.accept(&mut contract, chain, id, now)?;
        refunds.commit(step, None).await?;
    }
    Ok(Json(request(&contract, id, Actor::Freelancer)?))
}

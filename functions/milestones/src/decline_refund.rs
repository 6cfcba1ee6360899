//! `POST /v1/refund-requests/{refundRequestId}/decline`: does not give back what the client has asked for.

use crate::refunds::{kept, request};
use crate::require;
use proconnect_api::RefundRequest;
use proconnect_domain::{Actor, Line, RefundRequestId, RefundRequestStatus, Validator};
use proconnect_http::{ApiError, Body, Caller, Json, Path};
use proconnect_runtime::{App, Function};
use proconnect_store::Side;
use schemars::JsonSchema;
use serde::Deserialize;

/// Its freelancer: declines a refund that was asked for, and says why.
pub const FUNCTION: Function =
    proconnect_runtime::http!(POST "/v1/refund-requests/{refundRequestId}/decline", handle);

/// Why not.
#[derive(Deserialize, JsonSchema)]
pub struct DeclineRefund {
    /// Why, in a few words that the client reads: 1 to 200 characters.
    #[schemars(example = &"All three drafts were delivered last week")]
    reason: String,
}

type Input = (Path<RefundRequestId>, Body<DeclineRefund>);

/// Declines it. The money stays held, and a review of the work goes on where it was, with three days at least. Twice is once.
pub async fn handle(
    app: &App,
    caller: Caller,
    (Path(id), Body(body)): Input,
) -> Result<Json<RefundRequest>, ApiError> {
    let contract = app.store.contracts().get(id.milestone_id().contract_id()).await?;
    let mut contract = contract.ok_or_else(|| ApiError::not_found("refund request"))?;
    require(&contract, id.milestone_id(), &caller, Side::Freelancer)?;
    let status = kept(&contract, id)?.status;
    let mut errors = Validator::new();
    let reason = errors.field("/reason", Line::<1, 200>::parse(&body.reason));
    let reason = errors.finish(reason)?.into_string();
    if status != RefundRequestStatus::Declined {
        let (refunds, now) = (app.store.refunds(), app.now());
        let step = refunds.decline(&mut contract, id, reason, now)?;
        refunds.commit(step, None).await?;
    }
    Ok(Json(request(&contract, id, Actor::Freelancer)?))
}

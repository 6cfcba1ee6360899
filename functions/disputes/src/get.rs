//! `GET /v1/disputes/{disputeId}`.

use proconnect_api::Dispute;
use proconnect_domain::{Actor, DisputeId, Role};
use proconnect_http::{ApiError, Caller, Json, Path};
use proconnect_runtime::{App, Function};

/// Its two sides, admins: a dispute with its evidence and clock.
pub const FUNCTION: Function = proconnect_runtime::http!(GET "/v1/disputes/{disputeId}", handle);

/// A dispute with what both sides have shown. What a side would accept is seen by nobody but that side, admins included.
pub async fn handle(app: &App, caller: Caller, Path(id): Path<DisputeId>) -> Result<Json<Dispute>, ApiError> {
    let found = app.store.disputes().detail(id).await?;
    let found = found.ok_or_else(|| ApiError::not_found("dispute"))?;
    let reader = match found.dispute.side_of(caller.user_id) {
        Some(side) => side,
        None if caller.is(Role::Admin) => Actor::Platform,
        None => return Err(ApiError::not_found("dispute")),
    };
    Ok(Json(
        crate::view(app, &found.dispute, &found.evidence, reader).await?,
    ))
}

//! `POST /v1/disputes/{disputeId}/withdraw`: takes a dispute back.

use proconnect_api::Dispute;
use proconnect_domain::{DisputeId, DisputeStatus};
use proconnect_http::{ApiError, Caller, Json, Path};
use proconnect_runtime::{App, Function};

/// Whoever opened it: takes it back, and the money is held as before.
pub const FUNCTION: Function = proconnect_runtime::http!(POST "/v1/disputes/{disputeId}/withdraw", handle);

/// Takes it back, as long as nothing is decided. Twice is once. Work that waits for the client's answer has the whole time for it
/// again.
pub async fn handle(app: &App, caller: Caller, Path(id): Path<DisputeId>) -> Result<Json<Dispute>, ApiError> {
    let disputes = app.store.disputes();
    let found = disputes.detail(id).await?;
    let mut found = found.ok_or_else(|| ApiError::not_found("dispute"))?;
    let side = crate::side(&found.dispute, caller.user_id)?;
    if found.dispute.opened_by != side {
        return Err(ApiError::forbidden("Only who opened a dispute takes it back."));
    }
    if found.dispute.status != DisputeStatus::Withdrawn {
        let contract = app.store.contracts().get(found.dispute.contract_id()).await?;
        let mut contract = contract.ok_or_else(|| ApiError::not_found("contract"))?;
        disputes
            .withdraw(&mut found.dispute, &mut contract, app.now())
            .await?;
    }
    Ok(Json(
        crate::view(app, &found.dispute, &found.evidence, side).await?,
    ))
}

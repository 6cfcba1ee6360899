//! `POST /v1/milestones/{milestoneId}/approve`: approves work; its payout is queued in the same transaction.

use crate::{require, require_active, require_funded};
use proconnect_api::Milestone;
use proconnect_domain::{MilestoneId, WorkEvent, WorkStatus};
use proconnect_http::{ApiError, Caller, Json, Path};
use proconnect_runtime::{App, Function};
use proconnect_store::Side;

/// Its client: approves, and queues the payout.
pub const FUNCTION: Function = proconnect_runtime::http!(POST "/v1/milestones/{milestoneId}/approve", handle);

/// Approves a funded milestone. Approving twice is approving once.
pub async fn handle(
    app: &App,
    caller: Caller,
    Path(id): Path<MilestoneId>,
) -> Result<Json<Milestone>, ApiError> {
    let steps = app.store.milestones();
    let found = steps.to_approve(id).await?;
    let (mut found, chain) = found.ok_or_else(|| ApiError::not_found("milestone"))?;
    let milestone = require(&found.contract, id, &caller, Side::Client)?;
    if milestone.work == WorkStatus::Approved {
        return Ok(Json(crate::view(&found, id, true)?));
    }
    require_active(&found.contract, milestone)?;
    require_funded(milestone)?;
    let step = steps.approve(&mut found.contract, chain, id, WorkEvent::Approve, app.now())?;
    steps.commit(step, None).await?;
    Ok(Json(crate::view(&found, id, true)?))
}

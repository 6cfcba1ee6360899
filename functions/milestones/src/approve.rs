//! `POST /v1/milestones/{milestoneId}/approve`: approves work; its payout is queued in the same transaction.

use crate::{require, require_active, require_funded};
use proconnect_api::Milestone;
use proconnect_domain::{MilestoneId, WorkEvent, WorkStatus};
use proconnect_http::{ApiError, Caller, ErrorCode, Json, Path};
use proconnect_runtime::{App, Function};
use proconnect_store::{Side, StoreError};

/// Its client: approves, and queues the payout.
pub const FUNCTION: Function = proconnect_runtime::http!(POST "/v1/milestones/{milestoneId}/approve", handle);

/// How often a contract that moved between read and write is read again: a webhook for another milestone of the
/// same contract is no reason to refuse.
const TRIES: u32 = 3;

/// Approves a funded milestone. Approving twice is approving once.
pub async fn handle(
    app: &App,
    caller: Caller,
    Path(id): Path<MilestoneId>,
) -> Result<Json<Milestone>, ApiError> {
    for _ in 0..TRIES {
        let found = app.store.contracts().detail(id.contract_id()).await?;
        let mut found = found.ok_or_else(|| ApiError::not_found("milestone"))?;
        let milestone = require(&found.contract, id, &caller, Side::Client)?;
        if milestone.work == WorkStatus::Approved {
            return Ok(Json(crate::view(&found, id, true)?));
        }
        require_active(&found.contract)?;
        require_funded(milestone)?;
        let step = app
            .store
            .milestones()
            .approve(&mut found.contract, id, WorkEvent::Approve, app.now())?;
        match app.store.milestones().commit(step, None).await {
            Ok(()) => return Ok(Json(crate::view(&found, id, true)?)),
            Err(StoreError::Stale(_)) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(ApiError::of(ErrorCode::Conflict))
}

//! `DELETE /v1/users/{userId}/block`: hears of somebody again.

use proconnect_domain::UserId;
use proconnect_http::{ApiError, Caller, NoContent, Path};
use proconnect_runtime::{App, Function};

/// Signed in: hears of somebody again.
pub const FUNCTION: Function = proconnect_runtime::http!(DELETE "/v1/users/{userId}/block", handle);

/// Takes the block back; twice is once. What was not said meanwhile stays unsaid.
pub async fn handle(app: &App, caller: Caller, Path(id): Path<UserId>) -> Result<NoContent, ApiError> {
    app.store.blocks().unblock(caller.user_id, id, app.now()).await?;
    Ok(NoContent)
}

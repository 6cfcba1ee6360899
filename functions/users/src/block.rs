//! `PUT /v1/users/{userId}/block`: hears nothing more of somebody.

use proconnect_domain::UserId;
use proconnect_http::{ApiError, Caller, ErrorCode, NoContent, Path};
use proconnect_runtime::{App, Function};
use proconnect_store::BlockRecord;

/// Signed in: hears nothing more of somebody, in any room.
pub const FUNCTION: Function = proconnect_runtime::http!(PUT "/v1/users/{userId}/block", handle);

/// Blocks somebody; twice is once. Neither can write to the other from now on, and neither is told why: both read the same
/// refusal. What runs between them, such as a contract, runs on. 404 for who does not exist, 409 for oneself.
pub async fn handle(app: &App, caller: Caller, Path(id): Path<UserId>) -> Result<NoContent, ApiError> {
    if id == caller.user_id {
        let oneself = "You cannot block yourself.";
        return Err(ApiError::new(ErrorCode::InvalidState, oneself));
    }
    let other = app.store.users().get(id).await?;
    if other.is_none_or(|user| !user.is_present()) {
        return Err(ApiError::not_found("person"));
    }
    let block = BlockRecord {
        user_id: caller.user_id,
        blocked_id: id,
        blocked_at: app.now(),
    };
    app.store.blocks().block(&block, app.now()).await?;
    Ok(NoContent)
}

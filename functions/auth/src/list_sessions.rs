//! `GET /v1/auth/sessions`: where somebody is signed in.

use proconnect_api::Session;
use proconnect_http::{ApiError, Caller, ErrorCode, Json, Page};
use proconnect_runtime::{App, Function};

/// Signed in: one's own sessions.
pub const FUNCTION: Function = proconnect_runtime::http!(GET "/v1/auth/sessions", handle);

/// One's own sessions, the newest first. All of them: a session lives 30 days without use, and 90 in all. 401 for somebody whose own
/// session has ended.
pub async fn handle(app: &App, caller: Caller, (): ()) -> Result<Json<Page<Session>>, ApiError> {
    let now = app.now();
    let sessions = app.store.sessions().of(caller.user_id).await?;
    // DynamoDB's TTL may be days late.
    let standing = sessions.into_iter().filter(|session| !session.is_over(now));
    let standing: Vec<_> = standing.collect();
    if !standing.iter().any(|session| session.id == caller.session_id) {
        return Err(ApiError::of(ErrorCode::SessionEnded));
    }
    let items = standing
        .into_iter()
        .rev()
        .map(|session| Session {
            id: session.id,
            current: session.id == caller.session_id,
            user_agent: session.user_agent,
            address: session.address,
            created_at: session.created_at,
            last_used_at: session.last_used_at,
            expires_at: session.expires_at,
        })
        .collect();
    Ok(Json(Page {
        items,
        next_cursor: None,
    }))
}

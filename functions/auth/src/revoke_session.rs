//! `DELETE /v1/auth/sessions/{sessionId}`: ends one of one's own sessions. Its access token, if one is out, ends by
//! itself within 15 minutes.

use crate::session;
use proconnect_domain::{ActivityKind, SessionId};
use proconnect_http::{ApiError, Caller, Cookies, NoContent, Path};
use proconnect_runtime::{App, Function};

pub const FUNCTION: Function = proconnect_runtime::http!(DELETE "/v1/auth/sessions/{sessionId}", handle);

/// Ends it. 404 for a session that is not one's own, or is gone.
pub async fn handle(
    app: &App,
    caller: Caller,
    (client, Path(id)): (Cookies, Path<SessionId>),
) -> Result<NoContent, ApiError> {
    let now = app.now();
    let sessions = app.store.sessions();
    let found = sessions.with_user(caller.user_id, id).await?;
    let (user, session) = found.ok_or_else(|| ApiError::not_found("session"))?;
    if !user.honours(&session) || session.expires_at <= now {
        return Err(ApiError::not_found("session"));
    }
    let activity = session::activity(user.id, ActivityKind::SessionRevoked, &client, now)?;
    sessions.end(user.id, id, Some(&activity), None, now).await?;
    Ok(NoContent)
}

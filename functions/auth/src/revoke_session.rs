//! `DELETE /v1/auth/sessions/{sessionId}`: ends one of one's own sessions. Its access token, if one is out, writes nothing from
//! then on, and reads nothing after 15 minutes.

use crate::session;
use proconnect_domain::{ActivityKind, SessionId};
use proconnect_http::{ApiError, Caller, Cookies, NoContent, Path};
use proconnect_rules::stands;
use proconnect_runtime::{App, Function};
use proconnect_store::Both;

/// Its person: ends a session.
pub const FUNCTION: Function = proconnect_runtime::http!(DELETE "/v1/auth/sessions/{sessionId}", handle);

/// Ends it. 404 for a session that is not one's own, or is gone; 401 for a caller whose own session has ended, lest a stolen
/// token turn its owner out.
pub async fn handle(
    app: &App,
    caller: Caller,
    (client, Path(id)): (Cookies, Path<SessionId>),
) -> Result<NoContent, ApiError> {
    let now = app.now();
    let sessions = app.store.sessions();
    let Both { user, own, other } = sessions
        .with_another(caller.user_id, caller.session_id, id)
        .await?;
    let user = user.ok_or_else(|| ApiError::account(None))?;
    stands(&user, own.as_deref(), now)?;
    stands(&user, other.as_deref(), now).map_err(|_| ApiError::not_found("session"))?;
    let activity = session::activity(user.id, ActivityKind::SessionRevoked, &client, now)?;
    sessions.end(user.id, id, Some(&activity), None, now).await?;
    Ok(NoContent)
}

//! `POST /v1/auth/logout`: ends the session in the cookie.

use crate::session;
use proconnect_http::{ApiError, Cookies, NoContent, WithCookies};
use proconnect_runtime::{App, Function};

pub const FUNCTION: Function = proconnect_runtime::http!(POST "/v1/auth/logout", handle);

/// Ends the session, if the cookie holds a token of it; without one there is nothing to end.
pub async fn handle(app: &App, cookies: Cookies, (): ()) -> Result<WithCookies<NoContent>, ApiError> {
    // Knowing the ids is not enough to sign somebody out: it takes a token that we issued. One that was replaced
    // meanwhile will do, since the answer that replaced it may have been lost.
    if let Some(token) = session::shown(app, &cookies) {
        let sessions = app.store.sessions();
        if let Some((user, session)) = sessions.with_user(token.user_id, token.session_id).await? {
            sessions.end(user.id, session.id, None, None, app.now()).await?;
        }
    }
    Ok(WithCookies {
        reply: NoContent,
        cookies: vec![session::cleared(app)],
    })
}

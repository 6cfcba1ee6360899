//! `POST /v1/auth/logout`: ends the session in the cookie.

use crate::session::{self, COOKIE};
use proconnect_auth::RefreshToken;
use proconnect_http::{ApiError, Cookies, NoContent, WithCookie};
use proconnect_runtime::App;

/// Ends the session, if the cookie holds its token; without one there is nothing to end.
pub async fn handle(app: &App, cookies: Cookies, (): ()) -> Result<WithCookie<NoContent>, ApiError> {
    if let Some(token) = cookies.get(COOKIE).and_then(RefreshToken::parse) {
        let sessions = app.store.sessions();
        let found = sessions.with_user(token.user_id, token.session_id).await?;
        // Knowing the ids is not enough to sign somebody out.
        if let Some((user, session)) = found.filter(|(_, session)| token.matches(&session.token_hash)) {
            sessions.end(user.id, session.id, None, None, app.now()).await?;
        }
    }
    Ok(WithCookie {
        reply: NoContent,
        cookie: session::cleared(app),
    })
}

//! `POST /v1/auth/refresh`: rotates the refresh token in the cookie and issues a new access token.

use crate::session::{self, COOKIE, SignedIn};
use proconnect_api::ActivityKind;
use proconnect_auth::{REFRESH_TOKEN_LIFE, RefreshToken};
use proconnect_domain::UserStatus;
use proconnect_http::{ApiError, Cookies, ErrorCode};
use proconnect_messaging::{EmailJob, Template};
use proconnect_runtime::App;
use proconnect_store::StoreError;

/// Rotates. A token that was rotated before ends its whole session, and its owner is told by mail.
pub async fn handle(app: &App, cookies: Cookies, (): ()) -> Result<SignedIn, ApiError> {
    let refused = || ApiError::of(ErrorCode::InvalidRefreshToken);
    let now = app.now();
    let token = cookies
        .get(COOKIE)
        .and_then(RefreshToken::parse)
        .ok_or_else(refused)?;
    let sessions = app.store.sessions();
    let (user, mut session) = sessions
        .with_user(token.user_id, token.session_id)
        .await?
        .ok_or_else(refused)?;
    if !token.matches(&session.token_hash) {
        let mail = EmailJob {
            to: user.id,
            template: Template::SessionReuse,
        };
        let activity = session::activity(user.id, ActivityKind::SessionReuse, &cookies, now)?;
        sessions
            .end(user.id, session.id, Some(&activity), Some(mail), now)
            .await?;
        return Err(refused());
    }
    if now >= session.expires_at || !user.honours(&session) || user.status != UserStatus::Active {
        sessions.end(user.id, session.id, None, None, now).await?;
        return Err(if user.status == UserStatus::Suspended {
            ApiError::of(ErrorCode::AccountSuspended)
        } else {
            refused()
        });
    }
    let next = RefreshToken::generate(user.id, session.id).map_err(ApiError::internal)?;
    session.token_hash = next.hash();
    session.last_used_at = now;
    session.expires_at = now.plus(REFRESH_TOKEN_LIFE);
    match sessions.rotate(&session, now).await {
        Ok(()) => session::signed_in(app, &user, &next),
        // Two tabs at the same moment: one of them has rotated it.
        Err(StoreError::Stale(_)) => Err(refused()),
        Err(error) => Err(error.into()),
    }
}

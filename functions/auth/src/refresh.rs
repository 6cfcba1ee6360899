//! `POST /v1/auth/refresh`: rotates the refresh token in the cookie and issues a new access token.

use crate::session::{self, SignedIn};
use proconnect_auth::{REFRESH_GRACE, RefreshToken};
use proconnect_domain::{ActivityKind, UserStatus};
use proconnect_events::Fact;
use proconnect_http::{ApiError, Cookies, ErrorCode};
use proconnect_runtime::{App, Function};
use proconnect_store::{SessionRecord, StoreError, Stored, UserRecord};

/// The cookie: rotates the refresh token, issues an access token.
pub const FUNCTION: Function = proconnect_runtime::http!(POST "/v1/auth/refresh", handle);

/// Rotates. The token before the current one is taken for half a minute more and gets the same successor. An older one
/// ends its whole session, and its owner is told by mail; one that we never issued ends nothing.
pub async fn handle(app: &App, cookies: Cookies, (): ()) -> Result<SignedIn, ApiError> {
    let token = session::shown(app, &cookies).ok_or_else(refused)?;
    let about = |error: ApiError| error.about(token.user_id);
    match rotate(app, &cookies, &token).await {
        // Two pages at the same moment: one of them has rotated it, and now it is the token before.
        Err(Failure::Moved) => match rotate(app, &cookies, &token).await {
            Err(Failure::Moved) => Err(ApiError::of(ErrorCode::Conflict)),
            Err(Failure::Refused(error)) => Err(about(error)),
            Ok(signed_in) => Ok(signed_in),
        },
        Err(Failure::Refused(error)) => Err(about(error)),
        Ok(signed_in) => Ok(signed_in),
    }
}

enum Failure {
    Moved,
    Refused(ApiError),
}

impl<E: Into<ApiError>> From<E> for Failure {
    fn from(error: E) -> Self {
        Self::Refused(error.into())
    }
}

fn refused() -> ApiError {
    ApiError::of(ErrorCode::InvalidRefreshToken)
}

async fn rotate(app: &App, cookies: &Cookies, token: &RefreshToken) -> Result<SignedIn, Failure> {
    let now = app.now();
    let sessions = app.store.sessions();
    let found = sessions.with_user(token.user_id, token.session_id).await?;
    let (user, mut session) = found.ok_or_else(refused)?;
    let next = token.next(app.code_secret()?);
    let is_current = token.matches(&session.token_hash);
    let is_before = next.matches(&session.token_hash) && now < session.last_used_at.plus(REFRESH_GRACE);
    if !is_current && !is_before {
        end_reused(app, cookies, &user, &session).await?;
        return Err(refused().into());
    }
    if session.is_over(now) || !user.honours(&session) || user.status != UserStatus::Active {
        sessions.end(user.id, session.id, None, None, now).await?;
        let suspended = user.status == UserStatus::Suspended;
        let code = if suspended {
            ErrorCode::AccountSuspended
        } else {
            ErrorCode::InvalidRefreshToken
        };
        return Err(ApiError::of(code).into());
    }
    if is_current {
        session.token_hash = next.hash();
        session.last_used_at = now;
        session.expires_at = session.end_after(now);
        match sessions.rotate(&session, now).await {
            Ok(()) => {}
            // Suspended, closed or ended meanwhile: the next look ends the session and says so.
            Err(StoreError::Stale(_) | StoreError::Account(_) | StoreError::SessionEnded) => {
                return Err(Failure::Moved);
            }
            Err(error) => return Err(error.into()),
        }
    }
    Ok(session::signed_in(app, &user, &session, &next)?)
}

/// Somebody has kept a token that was replaced: its owner, or whoever stole it. Nobody can tell which, so both log in anew.
async fn end_reused(
    app: &App,
    cookies: &Cookies,
    user: &Stored<UserRecord>,
    session: &Stored<SessionRecord>,
) -> Result<(), ApiError> {
    let now = app.now();
    let reused = Fact::RefreshTokenReused {
        user_id: user.id,
        session_id: session.id,
    };
    let activity = session::activity(user.id, ActivityKind::SessionReuse, cookies, now)?;
    let sessions = app.store.sessions();
    Ok(sessions
        .end(user.id, session.id, Some(&activity), Some(reused), now)
        .await?)
}

//! Opening sessions, and the cookie that carries the refresh token.

use proconnect_api::Tokens;
use proconnect_auth::{Caller, Claims, REFRESH_TOKEN_LIFE, RefreshToken};
use proconnect_domain::{ActivityKind, SessionId, Timestamp, UserId};
use proconnect_http::{
    ApiError, Cookies, Json, REFRESH_COOKIE, WithCookies, no_refresh_cookie, refresh_cookie,
};
use proconnect_runtime::App;
use proconnect_store::{ActivityRecord, SessionRecord, UserRecord};

/// Access token in the body, refresh token in the cookie.
pub type SignedIn = WithCookies<Json<Tokens>>;

/// A line of somebody's activity, with where it came from.
pub(crate) fn activity(
    user: UserId,
    kind: ActivityKind,
    client: &Cookies,
    now: Timestamp,
) -> Result<ActivityRecord, ApiError> {
    Ok(ActivityRecord::new(
        user,
        kind,
        &client.address,
        &client.user_agent,
        now,
    )?)
}

/// A new session of a person and its first refresh token.
pub(crate) fn new(
    app: &App,
    user: &UserRecord,
    cookies: Cookies,
) -> Result<(SessionRecord, RefreshToken), ApiError> {
    let now = app.now();
    let id: SessionId = app.new_id()?;
    let token = RefreshToken::generate(user.id, id).map_err(ApiError::internal)?;
    let session = SessionRecord {
        id,
        user_id: user.id,
        token_hash: token.hash(),
        created_at: now,
        honoured_from: user.sessions_from,
        last_used_at: now,
        expires_at: now.plus(REFRESH_TOKEN_LIFE),
        authenticated_at: None,
        user_agent: cookies.user_agent.clone(),
        address: cookies.address.clone(),
    };
    Ok((session, token))
}

/// What verify-email, login and refresh return.
pub(crate) fn signed_in(
    app: &App,
    user: &UserRecord,
    session: &SessionRecord,
    token: &RefreshToken,
) -> Result<SignedIn, ApiError> {
    let caller = Caller {
        user_id: user.id,
        session_id: session.id,
        honoured_from: session.honoured_from,
        roles: user.roles.clone(),
    };
    let claims = Claims::new(caller, session.expires_at, app.now());
    let expires_in = claims.life();
    let access_token = app.issuer()?.issue(claims).map_err(ApiError::internal)?;
    Ok(WithCookies {
        reply: Json(Tokens {
            access_token,
            expires_in,
            user: user.into(),
        }),
        cookies: vec![refresh_cookie(
            &token.expose(app.code_secret()?),
            session.expires_at.saturating_since(app.now()),
            app.config.secure_cookies(),
        )],
    })
}

/// The refresh token in the cookie, if it is one that we issued.
pub(crate) fn shown(app: &App, cookies: &Cookies) -> Option<RefreshToken> {
    RefreshToken::parse(app.code_secret().ok()?, cookies.get(REFRESH_COOKIE)?)
}

/// A cookie that makes the browser forget the refresh token.
pub(crate) fn cleared(app: &App) -> String {
    no_refresh_cookie(app.config.secure_cookies())
}

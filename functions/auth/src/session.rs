//! Opening sessions, and the cookie that carries the refresh token.

use proconnect_api::Tokens;
use proconnect_auth::{ACCESS_TOKEN_LIFE, Claims, REFRESH_TOKEN_LIFE, RefreshToken};
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
        user_agent: cookies.user_agent,
        address: cookies.address,
    };
    Ok((session, token))
}

/// The answer of verify-email, login and refresh.
pub(crate) fn signed_in(app: &App, user: &UserRecord, token: &RefreshToken) -> Result<SignedIn, ApiError> {
    let claims = Claims::new(user.id, token.session_id, user.roles.clone(), app.now());
    let access_token = app.issuer()?.issue(claims).map_err(ApiError::internal)?;
    let expires_in = u32::try_from(ACCESS_TOKEN_LIFE.as_secs()).unwrap_or(u32::MAX);
    Ok(WithCookies {
        reply: Json(Tokens {
            access_token,
            expires_in,
            user: user.into(),
        }),
        cookies: vec![refresh_cookie(
            &token.expose(app.code_secret()?),
            REFRESH_TOKEN_LIFE,
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

//! Access tokens: issued by the functions that hold a signing key, verified by everybody else with public keys.

use crate::jwt::{self, TokenError};
use crate::{Caller, PublicKey, SigningKey};
use proconnect_domain::{Roles, SessionId, Timestamp, UserId};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// How long an access token is good.
pub const ACCESS_TOKEN_LIFE: Duration = Duration::from_secs(15 * 60);

/// What an access token says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claims {
    /// The person.
    pub sub: UserId,
    /// The session.
    pub sid: SessionId,
    /// Their roles.
    pub roles: Roles,
    /// The account's `sessions_from` when the session began, in milliseconds; absent while none were ended together. The
    /// account has another once they were, so that no lookup of the session is needed to know.
    #[serde(rename = "from", default, skip_serializing_if = "Option::is_none")]
    pub honoured_from: Option<i64>,
    /// Issued at, in seconds.
    pub iat: i64,
    /// Expires at, in seconds; no longer good at this very second (RFC 7519 §4.1.4).
    pub exp: i64,
}

impl jwt::Claims for Claims {
    const AUDIENCE: &'static str = "proconnect";
    fn exp(&self) -> i64 {
        self.exp
    }
}

impl Claims {
    /// Claims of a token issued now. It ends with its session, if that is sooner.
    pub fn new(caller: Caller, session_ends: Timestamp, now: Timestamp) -> Self {
        let seconds = |at: Timestamp| at.as_millis().div_euclid(1000);
        let iat = seconds(now);
        Self {
            sub: caller.user_id,
            sid: caller.session_id,
            roles: caller.roles,
            honoured_from: caller.honoured_from.map(Timestamp::as_millis),
            iat,
            exp: (iat + ACCESS_TOKEN_LIFE.as_secs() as i64).min(seconds(session_ends)),
        }
    }

    /// For how many seconds it is good.
    pub fn life(&self) -> u32 {
        u32::try_from(self.exp - self.iat).unwrap_or_default()
    }

    /// Who shows it.
    pub fn into_caller(self) -> Caller {
        Caller {
            user_id: self.sub,
            session_id: self.sid,
            honoured_from: self.honoured_from.map(Timestamp::from_millis),
            roles: self.roles,
        }
    }
}

/// Issues access tokens.
pub struct TokenIssuer(Vec<SigningKey>);

/// Verifies access tokens. Cannot sign any.
pub struct TokenVerifier(Vec<PublicKey>);

impl TokenIssuer {
    /// The first key signs. Others are kept for a way back while keys rotate.
    pub fn new(keys: Vec<SigningKey>) -> Self {
        crate::eddsa::install();
        Self(keys)
    }

    /// Signs an access token.
    pub fn issue(&self, claims: Claims) -> Result<String, TokenError> {
        jwt::sign(&self.0, claims)
    }
}

impl TokenVerifier {
    /// Every key is accepted.
    pub fn new(keys: Vec<PublicKey>) -> Self {
        crate::eddsa::install();
        Self(keys)
    }

    /// Verifies an access token at a given time.
    pub fn verify(&self, token: &str, now: Timestamp) -> Result<Claims, TokenError> {
        jwt::read(&self.0, token, now)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;

//! Access tokens: issued by the functions that hold a signing key, verified by everybody else with public keys.

use crate::jwt::{self, TokenError};
use crate::{PublicKey, SigningKey};
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
    /// Claims of a token issued now.
    pub fn new(user: UserId, session: SessionId, roles: Roles, now: Timestamp) -> Self {
        let iat = now.as_millis().div_euclid(1000);
        Self {
            sub: user,
            sid: session,
            roles,
            iat,
            exp: iat + ACCESS_TOKEN_LIFE.as_secs() as i64,
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

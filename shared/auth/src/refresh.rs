//! Refresh tokens: opaque to the browser, but they name person and session, so that one read finds both.

use crate::{RandomError, random};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use proconnect_domain::{SessionId, TypedId, UserId};
use sha2::{Digest, Sha256};
use std::fmt;
use std::time::Duration;
use subtle::ConstantTimeEq;

/// How long a session lives unless it is refreshed.
pub const REFRESH_TOKEN_LIFE: Duration = Duration::from_secs(30 * 24 * 3600);

/// A refresh token: `{user}.{session}.{secret}`, the secret of 32 random bytes.
#[derive(Clone, PartialEq, Eq)]
pub struct RefreshToken {
    /// Whose.
    pub user_id: UserId,
    /// Which session.
    pub session_id: SessionId,
    secret: String,
}

impl RefreshToken {
    /// A new token of a session.
    pub fn generate(user_id: UserId, session_id: SessionId) -> Result<Self, RandomError> {
        Ok(Self {
            user_id,
            session_id,
            secret: new_secret()?,
        })
    }

    /// Reads a token; `None` when it is none of ours.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('.');
        let token = Self {
            user_id: UserId::from_ulid(ulid::Ulid::from_string(parts.next()?).ok()?),
            session_id: SessionId::from_ulid(ulid::Ulid::from_string(parts.next()?).ok()?),
            secret: parts.next()?.to_owned(),
        };
        (parts.next().is_none() && token.secret.len() == 43).then_some(token)
    }

    /// What is stored of it. SHA-256 is enough: the secret has 256 bits of its own.
    pub fn hash(&self) -> String {
        hash_of(&self.secret)
    }

    /// Whether it is the token behind a stored hash, in constant time.
    pub fn matches(&self, hash: &str) -> bool {
        same(&self.hash(), hash)
    }

    /// The token's text, for the cookie alone.
    pub fn expose(&self) -> String {
        format!(
            "{}.{}.{}",
            self.user_id.ulid(),
            self.session_id.ulid(),
            self.secret
        )
    }
}

/// 32 random bytes as text.
pub(crate) fn new_secret() -> Result<String, RandomError> {
    Ok(URL_SAFE_NO_PAD.encode(random::<32>()?))
}

pub(crate) fn hash_of(secret: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(secret.as_bytes()))
}

/// Compares in constant time.
pub(crate) fn same(one: &str, other: &str) -> bool {
    one.as_bytes().ct_eq(other.as_bytes()).into()
}

impl fmt::Debug for RefreshToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RefreshToken({}, …)", self.session_id)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_token_comes_back_and_only_it_matches() {
        let (user, session) = (
            UserId::from_ulid(ulid::Ulid(1)),
            SessionId::from_ulid(ulid::Ulid(2)),
        );
        let token = RefreshToken::generate(user, session).unwrap();
        assert_eq!(RefreshToken::parse(&token.expose()), Some(token.clone()));
        assert!(token.matches(&token.hash()));
        assert!(
            !RefreshToken::generate(user, session)
                .unwrap()
                .matches(&token.hash())
        );
        assert!(!format!("{token:?}").contains(&token.secret));
        for bad in [
            "",
            "a.b.c",
            &format!("{}.x", token.expose()),
            &token.expose()[..60],
        ] {
            assert_eq!(RefreshToken::parse(bad), None, "{bad}");
        }
    }
}

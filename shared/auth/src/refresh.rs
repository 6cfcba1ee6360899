//! Refresh tokens: opaque to the browser, but they name person and session, so that one read finds both.

use crate::codes::keyed_bytes;
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

/// How long the token before the current one is still taken. Its answer may have been lost on the way: a page was
/// reloaded while it waited, or two pages asked at once.
pub const REFRESH_GRACE: Duration = Duration::from_secs(30);

/// A refresh token: `{user}.{session}.{secret}.{tag}`, the secret of 32 bytes, the tag a keyed hash of all of it.
///
/// The tag tells a token that was issued once, and is shown again, from one that somebody made up: only the first ends
/// its session, or anybody who knows two ids could sign somebody out.
#[derive(Clone, PartialEq, Eq)]
pub struct RefreshToken {
    /// Whose.
    pub user_id: UserId,
    /// Which session.
    pub session_id: SessionId,
    secret: String,
}

impl RefreshToken {
    /// The first token of a session.
    pub fn generate(user_id: UserId, session_id: SessionId) -> Result<Self, RandomError> {
        Ok(Self {
            user_id,
            session_id,
            secret: new_secret()?,
        })
    }

    /// The token that replaces this one. It follows from this one and the server's key: whoever shows this one twice
    /// gets the same successor, and a predecessor is known by it without being stored.
    pub fn next(&self, key: &[u8]) -> Self {
        Self {
            secret: URL_SAFE_NO_PAD.encode(keyed_bytes(key, self.user_id, "refresh-next", &self.signed())),
            ..self.clone()
        }
    }

    /// Reads a token; `None` when we never issued it.
    pub fn parse(key: &[u8], text: &str) -> Option<Self> {
        let (token, tag) = text.rsplit_once('.')?;
        let mut parts = token.split('.');
        let token = Self {
            user_id: UserId::from_ulid(ulid::Ulid::from_string(parts.next()?).ok()?),
            session_id: SessionId::from_ulid(ulid::Ulid::from_string(parts.next()?).ok()?),
            secret: parts.next()?.to_owned(),
        };
        (parts.next().is_none() && token.secret.len() == 43 && same(tag, &token.tag(key))).then_some(token)
    }

    fn signed(&self) -> String {
        format!("{}.{}", self.session_id.ulid(), self.secret)
    }

    fn tag(&self, key: &[u8]) -> String {
        URL_SAFE_NO_PAD.encode(keyed_bytes(key, self.user_id, "refresh-token", &self.signed()))
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
    pub fn expose(&self, key: &[u8]) -> String {
        format!("{}.{}.{}", self.user_id.ulid(), self.signed(), self.tag(key))
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

    const KEY: &[u8] = b"secret";
    fn token() -> RefreshToken {
        let user = UserId::from_ulid(ulid::Ulid(1));
        RefreshToken::generate(user, SessionId::from_ulid(ulid::Ulid(2))).unwrap()
    }

    #[test]
    fn a_token_comes_back_and_only_it_matches() {
        let issued = token();
        let text = issued.expose(KEY);
        assert_eq!(RefreshToken::parse(KEY, &text), Some(issued.clone()));
        assert!(issued.matches(&issued.hash()));
        assert!(!token().matches(&issued.hash()));
        assert!(!format!("{issued:?}").contains(&issued.secret));
        for bad in ["", "a.b.c", "a.b.c.d", &format!("{text}.x"), &text[..60]] {
            assert_eq!(RefreshToken::parse(KEY, bad), None, "{bad}");
        }
    }

    #[test]
    fn what_we_never_issued_is_none_of_ours() {
        let issued = token();
        let (ours, tag) = issued
            .expose(KEY)
            .rsplit_once('.')
            .map(|(a, b)| (a.to_owned(), b.to_owned()))
            .unwrap();
        assert_eq!(RefreshToken::parse(b"another", &format!("{ours}.{tag}")), None);
        let (_, other) = token()
            .expose(KEY)
            .rsplit_once('.')
            .map(|(a, b)| (a.to_owned(), b.to_owned()))
            .unwrap();
        assert_eq!(RefreshToken::parse(KEY, &format!("{ours}.{other}")), None);
        assert_eq!(RefreshToken::parse(KEY, &ours), None);
    }

    #[test]
    fn a_token_has_one_successor_and_only_the_key_finds_it() {
        let issued = token();
        let next = issued.next(KEY);
        assert_eq!(next, issued.next(KEY));
        assert_ne!(next, issued);
        assert_ne!(next, issued.next(b"another"));
        assert_ne!(next, next.next(KEY));
        assert_eq!(RefreshToken::parse(KEY, &next.expose(KEY)), Some(next));
    }
}

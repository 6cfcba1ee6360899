//! What a browser holds of the registration that it began, so that nobody else can finish it.

use crate::RandomError;
use crate::refresh::{hash_of, new_secret, same};
use proconnect_domain::{TypedId, UserId};
use std::fmt;
use std::time::Duration;

/// How long a registration waits for its code. Each code has a shorter life, and another may be asked for meanwhile.
pub const ATTEMPT_LIFE: Duration = Duration::from_secs(24 * 3600);

/// The secret of one registration: `{id}.{secret}`, the secret of 32 random bytes.
#[derive(Clone, PartialEq, Eq)]
pub struct AttemptToken {
    /// The registration: the id that its account will have.
    pub id: UserId,
    secret: String,
}

/// What is passed on of a token: which registration it names, and the hash of its secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownAttempt {
    /// The registration.
    pub id: UserId,
    hash: String,
}

impl AttemptToken {
    /// A new one.
    pub fn generate(id: UserId) -> Result<Self, RandomError> {
        Ok(Self {
            id,
            secret: new_secret()?,
        })
    }

    /// Reads a token; `None` when it is none of ours.
    pub fn parse(text: &str) -> Option<Self> {
        let (id, secret) = text.split_once('.')?;
        (secret.len() == 43).then_some(Self {
            id: UserId::from_ulid(ulid::Ulid::from_string(id).ok()?),
            secret: secret.to_owned(),
        })
    }

    /// What is stored of it. SHA-256 is enough: the secret has 256 bits of its own.
    pub fn hash(&self) -> String {
        hash_of(&self.secret)
    }

    /// The same, with the id.
    pub fn shown(&self) -> ShownAttempt {
        ShownAttempt {
            id: self.id,
            hash: self.hash(),
        }
    }

    /// The token's text, for the cookie alone.
    pub fn expose(&self) -> String {
        format!("{}.{}", self.id.ulid(), self.secret)
    }
}

impl ShownAttempt {
    /// From its parts, when it was passed on.
    pub fn new(id: UserId, hash: String) -> Self {
        Self { id, hash }
    }

    /// Which registration it names.
    pub fn id(&self) -> UserId {
        self.id
    }

    /// Its id and the hash of its secret, to be passed on.
    pub fn into_parts(self) -> (UserId, String) {
        (self.id, self.hash)
    }

    /// Whether it is of the registration with this id and stored hash, in constant time.
    pub fn matches(&self, id: UserId, hash: &str) -> bool {
        self.id == id && same(&self.hash, hash)
    }
}

impl fmt::Debug for AttemptToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "AttemptToken({}, …)", self.id)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn only_the_one_that_began_it_shows_it() {
        let id = UserId::from_ulid(ulid::Ulid(7));
        let (mine, other) = (
            AttemptToken::generate(id).unwrap(),
            AttemptToken::generate(id).unwrap(),
        );
        let read = AttemptToken::parse(&mine.expose()).unwrap();
        assert!(read.shown().matches(id, &mine.hash()));
        assert!(!other.shown().matches(id, &mine.hash()));
        assert!(
            !read
                .shown()
                .matches(UserId::from_ulid(ulid::Ulid(8)), &mine.hash())
        );
        assert!(!format!("{mine:?}").contains(&mine.secret));
        for text in [
            "",
            ".",
            "x.y",
            &mine.expose()[1..],
            &format!("{}x", mine.expose()),
        ] {
            assert_eq!(AttemptToken::parse(text), None, "{text}");
        }
    }
}

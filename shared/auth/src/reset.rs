//! Reset tokens: the secret in the link that sets a new password.

use crate::RandomError;
use crate::refresh::{hash_of, new_secret, same};
use proconnect_domain::{Timestamp, TypedId, UserId};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::time::Duration;

/// How long a link is good.
pub const RESET_LIFE: Duration = Duration::from_secs(30 * 60);

/// A reset token: `{user}.{secret}`, the secret of 32 random bytes.
#[derive(Clone, PartialEq, Eq)]
pub struct ResetToken {
    /// Whose password it sets.
    pub user_id: UserId,
    secret: String,
}

/// What is stored of one. A person has one at most: a newer link ends the older.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct StoredReset {
    hash: String,
    expires_at: Timestamp,
}

impl ResetToken {
    /// A new token.
    pub fn generate(user_id: UserId) -> Result<Self, RandomError> {
        Ok(Self {
            user_id,
            secret: new_secret()?,
        })
    }

    /// Reads a token; `None` when it is none of ours.
    pub fn parse(text: &str) -> Option<Self> {
        let (user, secret) = text.trim().split_once('.')?;
        (secret.len() == 43).then_some(Self {
            user_id: UserId::from_ulid(ulid::Ulid::from_string(user).ok()?),
            secret: secret.to_owned(),
        })
    }

    /// What to store of it.
    pub fn stored(&self, now: Timestamp) -> StoredReset {
        StoredReset {
            hash: hash_of(&self.secret),
            expires_at: now.plus(RESET_LIFE),
        }
    }

    /// Whether it is the stored one, in constant time, and still good.
    pub fn matches(&self, stored: &StoredReset, now: Timestamp) -> bool {
        same(&hash_of(&self.secret), &stored.hash) && now < stored.expires_at
    }

    /// The token's text, for the mail alone.
    pub fn expose(&self) -> String {
        format!("{}.{}", self.user_id.ulid(), self.secret)
    }
}

impl fmt::Debug for ResetToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ResetToken({}, …)", self.user_id)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_good_for_half_an_hour_and_for_one_person() {
        let user = UserId::from_ulid(ulid::Ulid(1));
        let now = Timestamp::from_millis(1_000);
        let token = ResetToken::generate(user).unwrap();
        let stored = token.stored(now);
        assert_eq!(ResetToken::parse(&token.expose()), Some(token.clone()));
        assert!(token.matches(&stored, now));
        assert!(!token.matches(&stored, now.plus(RESET_LIFE)));
        assert!(!ResetToken::generate(user).unwrap().matches(&stored, now));
        assert!(!format!("{token:?}").contains(&token.secret));
        for bad in ["", "a.b", &token.expose()[..50], &format!("{}x", token.expose())] {
            assert_eq!(ResetToken::parse(bad), None, "{bad}");
        }
    }
}

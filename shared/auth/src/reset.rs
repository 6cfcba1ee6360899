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

/// How many links are good at a time. More than the rate limit lets be mailed while one lives: asking in somebody's
/// name does not void the link that they are about to use.
const LINKS: usize = 6;

/// What is stored of somebody's links. Using one ends them all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StoredReset(Vec<StoredLink>);

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct StoredLink {
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

    /// What to store of it, beside the links before it that are still good.
    pub fn stored(&self, before: Option<StoredReset>, now: Timestamp) -> StoredReset {
        let mut links = before.map_or_else(Vec::new, |stored| stored.0);
        links.retain(|link| now < link.expires_at);
        links.push(StoredLink {
            hash: hash_of(&self.secret),
            expires_at: now.plus(RESET_LIFE),
        });
        let superfluous = links.len().saturating_sub(LINKS);
        StoredReset(links.split_off(superfluous))
    }

    /// Whether it is one of the stored, in constant time, and still good.
    pub fn matches(&self, stored: &StoredReset, now: Timestamp) -> bool {
        let hash = hash_of(&self.secret);
        let mut good = stored.0.iter().filter(|link| now < link.expires_at);
        good.any(|link| same(&hash, &link.hash))
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
        let stored = token.stored(None, now);
        assert_eq!(ResetToken::parse(&token.expose()), Some(token.clone()));
        assert!(token.matches(&stored, now));
        assert!(!token.matches(&stored, now.plus(RESET_LIFE)));
        assert!(!ResetToken::generate(user).unwrap().matches(&stored, now));
        assert!(!format!("{token:?}").contains(&token.secret));
        for bad in ["", "a.b", &token.expose()[..50], &format!("{}x", token.expose())] {
            assert_eq!(ResetToken::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_newer_link_leaves_the_older_good_until_its_end() {
        let user = UserId::from_ulid(ulid::Ulid(1));
        let now = Timestamp::from_millis(1_000);
        let later = now.plus(RESET_LIFE / 2);
        let first = ResetToken::generate(user).unwrap();
        let mut stored = first.stored(None, now);
        for _ in 1..LINKS {
            stored = ResetToken::generate(user).unwrap().stored(Some(stored), later);
        }
        assert!(first.matches(&stored, later));
        assert!(!first.matches(&stored, now.plus(RESET_LIFE)));
        stored = ResetToken::generate(user).unwrap().stored(Some(stored), later);
        assert!(!first.matches(&stored, later), "no more than {LINKS}");
    }
}

//! Links that turn mails off without a log-in: `{person}.{topic}.{tag}`, the tag a keyed hash of both and of the address.
//!
//! Nothing is stored, and a link works as often as it is opened, for as long as the account has that address: mail programs
//! and their owners come back to old mails. It says nothing but whose mails of which kind; all it can do is turn those off
//! and on.

use crate::refresh::same;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use proconnect_domain::{Email, UserId};
use sha2::Sha256;

/// What a link says, before anybody knows whether it is genuine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnsubscribeLink {
    /// Whose mails.
    pub user_id: UserId,
    /// Which.
    pub topic: String,
    tag: String,
}

impl UnsubscribeLink {
    /// The token of a link that goes out in a mail.
    pub fn issue(key: &[u8], user: UserId, topic: &str, email: &Email) -> String {
        format!("{user}.{topic}.{}", tag(key, user, topic, email))
    }

    /// Reads a token.
    pub fn parse(token: &str) -> Option<Self> {
        let mut parts = token.split('.');
        let link = Self {
            user_id: parts.next()?.parse().ok()?,
            topic: parts.next()?.to_owned(),
            tag: parts.next()?.to_owned(),
        };
        parts.next().is_none().then_some(link)
    }

    /// Whether it was made for an account that has this address.
    pub fn is_for(&self, key: &[u8], email: &Email) -> bool {
        same(&self.tag, &tag(key, self.user_id, &self.topic, email))
    }
}

fn tag(key: &[u8], user: UserId, topic: &str, email: &Email) -> String {
    // HMAC takes keys of any length, so this cannot fail; an empty tag would be nobody's, since none is issued.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key) else {
        return String::new();
    };
    mac.update(format!("unsubscribe\n{user}\n{topic}\n{email}").as_bytes());
    URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proconnect_domain::TypedId as _;

    const KEY: &[u8] = b"0123456789abcdef0123456789abcdef";

    #[test]
    fn a_link_is_good_for_one_person_one_topic_and_one_address() {
        let (ada, eve) = (UserId::from_ulid(ulid::Ulid(1)), UserId::from_ulid(ulid::Ulid(2)));
        let email = |text: &str| Email::parse(text).unwrap();
        let token = UnsubscribeLink::issue(KEY, ada, "bids", &email("ada@example.com"));
        let link = UnsubscribeLink::parse(&token).unwrap();
        assert_eq!((link.user_id, link.topic.as_str()), (ada, "bids"));
        assert!(link.is_for(KEY, &email("ada@example.com")));
        assert!(!link.is_for(KEY, &email("new@example.com")));
        assert!(!link.is_for(b"another key", &email("ada@example.com")));
        for forged in [
            token.replace("bids", "work"),
            token.replace(&ada.to_string(), &eve.to_string()),
        ] {
            assert!(
                !UnsubscribeLink::parse(&forged)
                    .unwrap()
                    .is_for(KEY, &email("ada@example.com"))
            );
        }
        for broken in ["", "bids", "usr_1.bids.x", &format!("{token}.x")] {
            assert_eq!(UnsubscribeLink::parse(broken), None, "{broken}");
        }
    }
}

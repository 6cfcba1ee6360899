//! What a browser shows of having logged in to an account before, so that strangers who guess at the account use up tries of
//! their own (OWASP, "Slow down online guessing attacks with device cookies").

use crate::refresh::same;
use crate::{RandomError, random};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use proconnect_domain::{DAY, Email};
use sha2::Sha256;
use std::fmt;
use std::time::Duration;

/// How long a browser is known after its last log-in.
pub const DEVICE_LIFE: Duration = Duration::from_secs(365 * DAY.as_secs());

/// How long an id is, in base64: 16 random bytes.
const ID: usize = 22;

/// A browser that has logged in to the account with an address: `{id}.{tag}`, the tag a keyed hash of both. It names neither the
/// account nor the address, and proves nothing but that a log-in has succeeded there.
#[derive(Clone, PartialEq, Eq)]
pub struct Device {
    id: String,
    tag: String,
}

impl Device {
    /// A browser that was not known before.
    pub fn generate(key: &[u8], email: &Email) -> Result<Self, RandomError> {
        let id = URL_SAFE_NO_PAD.encode(random::<16>()?);
        let tag = tag(key, &id, email);
        Ok(Self { id, tag })
    }

    /// Reads what a browser shows; `None` when it was not given to one of this address's.
    pub fn parse(key: &[u8], text: &str, email: &Email) -> Option<Self> {
        let (id, shown) = text.split_once('.')?;
        let tag = tag(key, id, email);
        (id.len() == ID && same(shown, &tag)).then(|| Self {
            id: id.to_owned(),
            tag,
        })
    }

    /// Which.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Its text, for the cookie alone.
    pub fn expose(&self) -> String {
        format!("{}.{}", self.id, self.tag)
    }
}

impl fmt::Debug for Device {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Device({}, …)", self.id)
    }
}

fn tag(key: &[u8], id: &str, email: &Email) -> String {
    // HMAC takes keys of any length, so this cannot fail; an empty tag would be nobody's, since none is shown.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key) else {
        return String::new();
    };
    mac.update(format!("device\n{id}\n{email}").as_bytes());
    URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const KEY: &[u8] = b"secret";

    fn email(text: &str) -> Email {
        Email::parse(text).unwrap()
    }

    #[test]
    fn a_device_is_known_to_one_account_alone() {
        let (ada, eve) = (email("ada@example.com"), email("eve@example.com"));
        let device = Device::generate(KEY, &ada).unwrap();
        let shown = device.expose();
        assert_eq!(Device::parse(KEY, &shown, &ada).as_ref(), Some(&device));
        assert_eq!(Device::parse(KEY, &shown, &eve), None);
        assert_eq!(Device::parse(b"another", &shown, &ada), None);
        assert_ne!(Device::generate(KEY, &ada).unwrap(), device);
        assert!(!shown.contains("ada") && !format!("{device:?}").contains(&device.tag));
    }

    #[test]
    fn what_is_made_up_is_nobody_s() {
        let ada = email("ada@example.com");
        let device = Device::generate(KEY, &ada).unwrap();
        let (id, tag) = (device.id.clone(), device.tag);
        let other: String = id.chars().rev().collect();
        for text in [
            "",
            ".",
            &id,
            &format!("{id}."),
            &format!(".{tag}"),
            &format!("{other}.{tag}"),
            &format!("{id}.{tag}x"),
        ] {
            assert_eq!(Device::parse(KEY, text, &ada), None, "{text}");
        }
    }
}

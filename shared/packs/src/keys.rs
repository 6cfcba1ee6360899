//! The platform's public keys, as whoever verifies a pack has them.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ring::signature::{ED25519, UnparsedPublicKey};
use serde::Deserialize;

/// What stands before the 32 bytes of a public key in its DER encoding (RFC 8410 §4: `SubjectPublicKeyInfo`).
const SPKI_PREFIX: [u8; 12] = [
    0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00,
];

/// Public keys by their ids.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PublicKeys(Vec<(String, [u8; 32])>);

/// The text holds no keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("it holds no list of Ed25519 public keys, such as GET /v1/evidence-keys answers with")]
pub struct KeysError;

/// The answer of `GET /v1/evidence-keys`, as far as it matters here.
#[derive(Deserialize)]
struct Published {
    items: Vec<PublishedKey>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct PublishedKey {
    id: String,
    public_key: String,
}

impl PublicKeys {
    /// Reads the answer of `GET /v1/evidence-keys`.
    pub fn parse(json: &str) -> Result<Self, KeysError> {
        let published: Published = serde_json::from_str(json).map_err(|_| KeysError)?;
        let key = |key: PublishedKey| Some((key.id, raw(&key.public_key)?));
        let keys: Option<Vec<_>> = published.items.into_iter().map(key).collect();
        keys.filter(|keys| !keys.is_empty()).map(Self).ok_or(KeysError)
    }

    /// Whether the key of this id has signed the message; `None` where no key has the id.
    pub(crate) fn verify(&self, id: &str, message: &[u8], signature: &[u8]) -> Option<bool> {
        let (_, key) = self.0.iter().find(|(known, _)| known == id)?;
        Some(
            UnparsedPublicKey::new(&ED25519, key)
                .verify(message, signature)
                .is_ok(),
        )
    }
}

fn raw(spki: &str) -> Option<[u8; 32]> {
    STANDARD
        .decode(spki)
        .ok()?
        .strip_prefix(&SPKI_PREFIX)?
        .try_into()
        .ok()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_lists_are_read() {
        let key = "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=";
        let list =
            |key: &str| format!(r#"{{"items":[{{"id":"e1","algorithm":"Ed25519","publicKey":"{key}"}}]}}"#);
        assert!(PublicKeys::parse(&list(key)).is_ok());
        for bad in ["", "{}", r#"{"items":[]}"#, &list("AAAA"), &list("not base64")] {
            assert_eq!(PublicKeys::parse(bad), Err(KeysError), "{bad}");
        }
    }
}

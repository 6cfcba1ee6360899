//! The keys of access tokens, tickets and evidence packs: Ed25519 (RFC 8032), in the encodings of RFC 8410 that OpenSSL writes.

use crate::RandomError;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ring::signature::{ED25519_PUBLIC_KEY_LEN, Ed25519KeyPair, KeyPair as _};

/// What stands before the 32 bytes of a public key in its DER encoding (RFC 8410 §4: `SubjectPublicKeyInfo`).
const SPKI_PREFIX: [u8; 12] = [
    0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00,
];

/// A key that signs. Whoever holds it can be anybody.
#[derive(Clone)]
pub struct SigningKey {
    pkcs8: Vec<u8>,
    public: PublicKey,
}

/// A key that verifies what the signing key of the same id has signed. No secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicKey {
    id: String,
    bytes: [u8; ED25519_PUBLIC_KEY_LEN],
}

/// A text is no key. Says what one looks like, never what was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// Not `id:base64`.
    #[error("is no pair of an id and base64")]
    Pair,
    /// Not a private key.
    #[error("is no Ed25519 private key (PKCS#8, DER)")]
    Private,
    /// Not a public key; a private key, for instance.
    #[error("is no Ed25519 public key (SPKI, DER)")]
    Public,
}

impl SigningKey {
    /// A new key.
    pub fn generate(id: &str) -> Result<Self, RandomError> {
        let random = ring::rand::SystemRandom::new();
        let document =
            Ed25519KeyPair::generate_pkcs8(&random).map_err(|error| RandomError(error.to_string()))?;
        Self::new(id, document.as_ref().to_vec()).map_err(|error| RandomError(error.to_string()))
    }

    /// Reads `id:base64`, where the base64 is what `openssl genpkey -algorithm ed25519 -outform DER` writes.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        let (id, der) = pair(text)?;
        Self::new(id, der)
    }

    fn new(id: &str, pkcs8: Vec<u8>) -> Result<Self, KeyError> {
        let pair = key_pair(&pkcs8).ok_or(KeyError::Private)?;
        let bytes = pair
            .public_key()
            .as_ref()
            .try_into()
            .map_err(|_| KeyError::Private)?;
        let id = id.to_owned();
        Ok(Self {
            pkcs8,
            public: PublicKey { id, bytes },
        })
    }

    /// The text that [`SigningKey::parse`] reads. Secret.
    pub fn expose(&self) -> String {
        format!("{}:{}", self.public.id, STANDARD.encode(&self.pkcs8))
    }

    /// The public half, which has the same id.
    pub fn public(&self) -> &PublicKey {
        &self.public
    }

    pub(crate) fn pkcs8(&self) -> &[u8] {
        &self.pkcs8
    }
}

impl PublicKey {
    /// Reads `id:base64`, where the base64 is what `openssl pkey -pubout -outform DER` writes.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        let (id, der) = pair(text)?;
        let bytes = der
            .strip_prefix(&SPKI_PREFIX)
            .and_then(|bytes| bytes.try_into().ok());
        Ok(Self {
            id: id.to_owned(),
            bytes: bytes.ok_or(KeyError::Public)?,
        })
    }

    /// Its encoding as a `SubjectPublicKeyInfo` in base64, which OpenSSL reads: what stands behind the id.
    pub fn spki(&self) -> String {
        STANDARD.encode([&SPKI_PREFIX[..], &self.bytes].concat())
    }

    /// Its id: `kid` in the header of what it verifies.
    pub fn id(&self) -> &str {
        &self.id
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

/// The text that [`PublicKey::parse`] reads.
impl std::fmt::Display for PublicKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.id, self.spki())
    }
}

/// The key pair in a PKCS#8 document. OpenSSL's do not contain the public half, which is computed then.
pub(crate) fn key_pair(pkcs8: &[u8]) -> Option<Ed25519KeyPair> {
    Ed25519KeyPair::from_pkcs8_maybe_unchecked(pkcs8).ok()
}

fn pair(text: &str) -> Result<(&str, Vec<u8>), KeyError> {
    let (id, der) = text.split_once(':').ok_or(KeyError::Pair)?;
    let der = STANDARD.decode(der).map_err(|_| KeyError::Pair)?;
    if id.is_empty() {
        Err(KeyError::Pair)
    } else {
        Ok((id, der))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    /// RFC 8410 §10.1 and §10.3: a pair as OpenSSL writes it.
    const PRIVATE: &str = "k1:MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC";
    const PUBLIC: &str = "k1:MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=";

    #[test]
    fn the_rfcs_private_key_has_the_rfcs_public_key() {
        let key = SigningKey::parse(PRIVATE).unwrap();
        assert_eq!(key.public().to_string(), PUBLIC);
        assert_eq!(*key.public(), PublicKey::parse(PUBLIC).unwrap());
        assert_eq!(key.expose(), PRIVATE);
    }

    #[test]
    fn a_new_key_can_be_kept_as_text() {
        let key = SigningKey::generate("a").unwrap();
        let kept = SigningKey::parse(&key.expose()).unwrap();
        assert_eq!(kept.public(), key.public());
        assert_ne!(key.public(), SigningKey::generate("a").unwrap().public());
    }

    #[test]
    fn neither_half_is_taken_for_the_other() {
        assert_eq!(SigningKey::parse(PUBLIC).err(), Some(KeyError::Private));
        assert_eq!(PublicKey::parse(PRIVATE).err(), Some(KeyError::Public));
        for text in ["", "k1", ":AAAA", "k1:not base64"] {
            assert_eq!(SigningKey::parse(text).err(), Some(KeyError::Pair), "{text}");
            assert_eq!(PublicKey::parse(text).err(), Some(KeyError::Pair), "{text}");
        }
        // 32 bytes alone could be either.
        let bare = format!("k1:{}", STANDARD.encode([7; 32]));
        assert!(SigningKey::parse(&bare).is_err() && PublicKey::parse(&bare).is_err());
    }
}

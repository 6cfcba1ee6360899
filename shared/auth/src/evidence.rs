//! Signs evidence packs, with keys of their own: what verifies them is published, and has to stay so for as long as somebody may
//! show a pack.

use crate::SigningKey;
use crate::keys::key_pair;

/// Signs evidence packs.
pub struct EvidenceSigner {
    keys: Vec<SigningKey>,
}

impl EvidenceSigner {
    /// The first key signs.
    pub fn new(keys: Vec<SigningKey>) -> Self {
        Self { keys }
    }

    /// The id of the key that signs; `None` without one.
    pub fn key_id(&self) -> Option<&str> {
        self.keys.first().map(|key| key.public().id())
    }

    /// The 64 bytes of Ed25519's signature (RFC 8032, pure). `None` without a key.
    pub fn sign(&self, message: &[u8]) -> Option<Vec<u8>> {
        let pair = key_pair(self.keys.first()?.pkcs8())?;
        Some(pair.sign(message).as_ref().to_vec())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use ring::signature::{ED25519, UnparsedPublicKey};

    #[test]
    fn the_first_key_signs() {
        let keys = ["e2", "e1"].map(|id| SigningKey::generate(id).unwrap());
        let signer = EvidenceSigner::new(keys.to_vec());
        assert_eq!(signer.key_id(), Some("e2"));
        let signature = signer.sign(b"a manifest").unwrap();
        let verifies = |key: &SigningKey, message: &[u8]| {
            UnparsedPublicKey::new(&ED25519, key.public().bytes())
                .verify(message, &signature)
                .is_ok()
        };
        assert!(verifies(&keys[0], b"a manifest"));
        assert!(!verifies(&keys[1], b"a manifest") && !verifies(&keys[0], b"another"));
        assert_eq!(EvidenceSigner::new(Vec::new()).sign(b"a manifest"), None);
    }
}

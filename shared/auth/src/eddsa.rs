//! EdDSA for `jsonwebtoken`, by ring, which every function links for TLS already. Its own providers bring RSA and three
//! more curves into every function, which nothing here uses.

use crate::keys::key_pair;
use jsonwebtoken::crypto::{CryptoProvider, JwtSigner, JwtVerifier, KeyUtils};
use jsonwebtoken::errors::{ErrorKind, Result};
use jsonwebtoken::signature::{Error, Signer, Verifier};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey};
use ring::signature::{ED25519, Ed25519KeyPair, UnparsedPublicKey};

/// Knows no other algorithm: whatever a token's header says, nothing else is ever computed.
static PROVIDER: CryptoProvider = CryptoProvider {
    signer_factory: |algorithm, key: &EncodingKey| {
        only_eddsa(*algorithm)?;
        let pair = key_pair(key.as_bytes()).ok_or(ErrorKind::InvalidKeyFormat)?;
        Ok(Box::new(Private(pair)))
    },
    verifier_factory: |algorithm, key: &DecodingKey| {
        only_eddsa(*algorithm)?;
        let bytes = key.try_get_as_bytes()?.to_vec();
        Ok(Box::new(Public(UnparsedPublicKey::new(&ED25519, bytes))))
    },
    key_utils: KeyUtils::new_unimplemented(),
};

struct Private(Ed25519KeyPair);
struct Public(UnparsedPublicKey<Vec<u8>>);

/// Makes it the process's provider. Idempotent.
pub(crate) fn install() {
    let _ = PROVIDER.install_default();
}

fn only_eddsa(algorithm: Algorithm) -> Result<()> {
    (algorithm == Algorithm::EdDSA)
        .then_some(())
        .ok_or_else(|| ErrorKind::InvalidAlgorithm.into())
}

impl Signer<Vec<u8>> for Private {
    fn try_sign(&self, message: &[u8]) -> std::result::Result<Vec<u8>, Error> {
        Ok(self.0.sign(message).as_ref().to_vec())
    }
}

impl Verifier<Vec<u8>> for Public {
    fn verify(&self, message: &[u8], signature: &Vec<u8>) -> std::result::Result<(), Error> {
        self.0.verify(message, signature).map_err(|_| Error::new())
    }
}

impl JwtSigner for Private {
    fn algorithm(&self) -> Algorithm {
        Algorithm::EdDSA
    }
}

impl JwtVerifier for Public {
    fn algorithm(&self) -> Algorithm {
        Algorithm::EdDSA
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use base64::Engine as _;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;
    use jsonwebtoken::crypto::{sign, verify};

    /// RFC 8037, appendices A.1 to A.5. The key is a JWK there; 16 bytes make it PKCS#8 (RFC 8410 §7).
    #[test]
    fn the_rfcs_example_is_signed_and_verified() {
        install();
        let seed = URL_SAFE_NO_PAD
            .decode("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A")
            .unwrap();
        let prefix = [
            0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
        ];
        let private = EncodingKey::from_ed_der(&[&prefix[..], &seed].concat());
        let message = b"eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc";
        let signature = sign(message, &private, Algorithm::EdDSA).unwrap();
        assert_eq!(
            signature,
            "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg"
        );
        let public = URL_SAFE_NO_PAD
            .decode("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo")
            .unwrap();
        let public = DecodingKey::from_ed_der(&public);
        assert!(verify(&signature, message, &public, Algorithm::EdDSA).unwrap());
        assert!(!verify(&signature, b"another", &public, Algorithm::EdDSA).unwrap());
    }

    #[test]
    fn no_other_algorithm_is_computed() {
        install();
        let (private, public) = (
            EncodingKey::from_secret(b"secret"),
            DecodingKey::from_secret(b"secret"),
        );
        for other in [
            Algorithm::HS256,
            Algorithm::HS512,
            Algorithm::RS256,
            Algorithm::ES256,
        ] {
            assert!(sign(b"message", &private, other).is_err(), "{other:?}");
            assert!(verify("AAAA", b"message", &public, other).is_err(), "{other:?}");
        }
    }
}

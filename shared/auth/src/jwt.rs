//! JSON Web Tokens (RFC 7519), signed with Ed25519, with a key id so that keys can rotate.

use crate::{PublicKey, SigningKey};
use jsonwebtoken::errors::ErrorKind;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation, decode, decode_header, encode};
use proconnect_domain::Timestamp;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

const ISSUER: &str = "proconnect";

/// What a kind of token says.
pub(crate) trait Claims: Serialize + DeserializeOwned {
    /// Names the kind, so that none is taken for another.
    const AUDIENCE: &'static str;
    /// When it ends, in seconds; no longer good at this very second (RFC 7519 §4.1.4).
    fn exp(&self) -> i64;
}

#[derive(Serialize, Deserialize)]
struct Envelope<C> {
    iss: String,
    aud: String,
    #[serde(flatten)]
    claims: C,
}

/// Why a token is not good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TokenError {
    /// Not a token of ours at all.
    #[error("malformed token")]
    Malformed,
    /// Signed by nobody we know, or changed since.
    #[error("bad signature")]
    BadSignature,
    /// It was good once.
    #[error("expired token")]
    Expired,
}

/// Signs with the first of the keys.
pub(crate) fn sign<C: Claims>(keys: &[SigningKey], claims: C) -> Result<String, TokenError> {
    let key = keys.first().ok_or(TokenError::BadSignature)?;
    let header = Header {
        kid: Some(key.public().id().to_owned()),
        ..Header::new(Algorithm::EdDSA)
    };
    let envelope = Envelope {
        iss: ISSUER.to_owned(),
        aud: C::AUDIENCE.to_owned(),
        claims,
    };
    encode(&header, &envelope, &EncodingKey::from_ed_der(key.pkcs8())).map_err(|_| TokenError::Malformed)
}

/// Verifies with the key that the token names; the system's clock is never asked.
pub(crate) fn read<C: Claims>(keys: &[PublicKey], token: &str, now: Timestamp) -> Result<C, TokenError> {
    let header = decode_header(token).map_err(|_| TokenError::Malformed)?;
    let kid = header.kid.ok_or(TokenError::Malformed)?;
    let key = keys
        .iter()
        .find(|key| key.id() == kid)
        .ok_or(TokenError::BadSignature)?;
    let decoded = decode::<Envelope<C>>(token, &DecodingKey::from_ed_der(key.bytes()), &validation::<C>());
    let claims = decoded
        .map_err(|error| match error.kind() {
            ErrorKind::InvalidSignature | ErrorKind::InvalidAlgorithm => TokenError::BadSignature,
            _ => TokenError::Malformed,
        })?
        .claims
        .claims;
    if now.as_millis() >= claims.exp() * 1000 {
        return Err(TokenError::Expired);
    }
    Ok(claims)
}

/// The algorithm is ours to choose, never the token's (RFC 8725 §3.1).
fn validation<C: Claims>() -> Validation {
    let mut validation = Validation::new(Algorithm::EdDSA);
    validation.validate_exp = false;
    validation.required_spec_claims.clear();
    validation.set_issuer(&[ISSUER]);
    validation.set_audience(&[C::AUDIENCE]);
    validation
}

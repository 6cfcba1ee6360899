//! `GET /v1/evidence-keys`: by what anybody verifies an evidence pack.

use proconnect_auth::PublicKey;
use proconnect_http::{ApiError, Json, Page};
use proconnect_runtime::{App, Function};
use schemars::JsonSchema;
use serde::Serialize;

/// Anybody: the public keys of evidence packs.
pub const FUNCTION: Function = proconnect_runtime::http!(GET "/v1/evidence-keys", handle);

/// A public key.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct EvidenceKey {
    /// Its id: `key` in the manifest of a pack that it verifies.
    id: String,
    /// Always `Ed25519` (RFC 8032).
    algorithm: &'static str,
    /// The key in base64, as a `SubjectPublicKeyInfo` (RFC 8410).
    public_key: String,
    /// The same as OpenSSL reads it.
    pem: String,
}

/// Whoever was handed a pack verifies it with these, without an account. A key stays here after another has taken its place: packs are
/// shown for years.
pub async fn handle(app: &App, (): (), (): ()) -> Result<Json<Page<EvidenceKey>>, ApiError> {
    let keys = app.config.evidence_public_keys.iter();
    Ok(Json(Page {
        items: keys.map(EvidenceKey::from).collect(),
        next_cursor: None,
    }))
}

impl From<&PublicKey> for EvidenceKey {
    fn from(key: &PublicKey) -> Self {
        let public_key = key.spki();
        Self {
            id: key.id().to_owned(),
            algorithm: "Ed25519",
            pem: format!("-----BEGIN PUBLIC KEY-----\n{public_key}\n-----END PUBLIC KEY-----\n"),
            public_key,
        }
    }
}

//! `Idempotency-Key`: the same key and body replays the stored answer.

use crate::{ApiError, Context, Created, Extract, Json, Operation, Request};
use http::StatusCode;
use proconnect_domain::UserId;
use proconnect_store::Remember;
use serde::Serialize;
use sha2::{Digest, Sha256};

/// The longest key taken, as in Stripe's API.
const MAX_KEY: usize = 255;

/// The key that came with a request (if any) and the fingerprint of what was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Idempotency {
    /// The header's value.
    pub key: Option<String>,
    /// SHA-256 over method, path and body, in hex.
    pub fingerprint: String,
}

impl Extract for Idempotency {
    fn extract(_: &dyn Context, request: &Request) -> Result<Self, ApiError> {
        let key = match request.headers().get("idempotency-key") {
            None => None,
            Some(value) => {
                let value = value.to_str().unwrap_or_default().trim();
                if !(1..=MAX_KEY).contains(&value.len()) || !value.bytes().all(|byte| byte.is_ascii_graphic())
                {
                    return Err(ApiError::malformed(
                        "Idempotency-Key must have 1 to 255 visible ASCII characters.",
                    ));
                }
                Some(value.to_owned())
            }
        };
        Ok(Self {
            key,
            fingerprint: fingerprint(request),
        })
    }
    fn describe(operation: &mut Operation<'_>) {
        operation.idempotency_key();
    }
}

impl Idempotency {
    /// The answer to keep with the transaction, if the caller sent a key.
    pub fn remember<T: Serialize>(
        self,
        user: UserId,
        answer: &Created<T>,
    ) -> Result<Option<Remember>, ApiError> {
        self.kept(user, Created::<T>::STATUS.as_u16(), &answer.0)
    }

    /// The same for what makes nothing, and moves money all the same.
    pub fn remember_done<T: Serialize>(
        self,
        user: UserId,
        answer: &Json<T>,
    ) -> Result<Option<Remember>, ApiError> {
        self.kept(user, StatusCode::OK.as_u16(), &answer.0)
    }

    fn kept<T: Serialize>(self, user: UserId, status: u16, answer: &T) -> Result<Option<Remember>, ApiError> {
        let Some(name) = self.key else { return Ok(None) };
        let body = serde_json::to_string(answer).map_err(ApiError::internal)?;
        Ok(Some(Remember {
            user_id: user,
            name,
            fingerprint: self.fingerprint,
            status,
            body,
        }))
    }
}

fn fingerprint(request: &Request) -> String {
    let mut hash = Sha256::new();
    hash.update(request.method().as_str());
    hash.update([0]);
    hash.update(request.uri().path());
    hash.update([0]);
    hash.update(AsRef::<[u8]>::as_ref(request.body()));
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

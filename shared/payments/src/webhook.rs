//! Stripe's webhook signatures (docs.stripe.com/webhooks#verify-manually) and the envelope of an event.
//!
//! Ours, because the client library verifies against the system's clock and rejects a whole event when one field
//! of the object is not what it expects. Only the envelope is read; the object is fetched fresh.

use hmac::{Hmac, KeyInit, Mac};
use proconnect_domain::Timestamp;
use serde::Deserialize;
use sha2::Sha256;
use std::time::Duration;
use subtle::ConstantTimeEq;

/// How old a signature may be, as in Stripe's own libraries: 300 s.
pub const TOLERANCE: Duration = Duration::from_secs(300);

/// Why a webhook was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WebhookError {
    /// No signature, or not of the documented form.
    #[error("malformed signature")]
    Malformed,
    /// Signed too long ago, or in the future.
    #[error("stale signature")]
    Stale,
    /// Signed by somebody else, or changed since.
    #[error("bad signature")]
    BadSignature,
}

/// Verifies the header `t=…,v1=…[,v1=…]` over the raw body: any of its signatures by any of the secrets.
pub fn verify(secrets: &[String], header: &str, body: &[u8], now: Timestamp) -> Result<(), WebhookError> {
    let (mut time, mut signatures) = (None, Vec::new());
    for part in header.split(',') {
        match part.trim().split_once('=') {
            Some(("t", value)) => time = value.parse::<i64>().ok(),
            Some(("v1", value)) => signatures.push(value),
            _ => {}
        }
    }
    let time = time
        .filter(|_| !signatures.is_empty())
        .ok_or(WebhookError::Malformed)?;
    let age = now.as_millis().div_euclid(1000).abs_diff(time);
    if age > TOLERANCE.as_secs() {
        return Err(WebhookError::Stale);
    }
    let good = secrets.iter().any(|secret| {
        let expected = sign(secret, body, time);
        signatures
            .iter()
            .any(|signature| signature.as_bytes().ct_eq(expected.as_bytes()).into())
    });
    if good {
        Ok(())
    } else {
        Err(WebhookError::BadSignature)
    }
}

/// The signature of a body at a time, in hex: HMAC-SHA256 over `{t}.{body}`.
pub fn sign(secret: &str, body: &[u8], time: i64) -> String {
    // HMAC takes keys of any length, so this cannot fail; an empty signature matches nothing.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret.as_bytes()) else {
        return String::new();
    };
    mac.update(format!("{time}.").as_bytes());
    mac.update(body);
    mac.finalize()
        .into_bytes()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// The longest id (docs.stripe.com/upgrades: "never exceed 255 characters").
pub const LONGEST_ID: usize = 255;

/// The longest name of a kind of event. Stripe's longest has 61 characters; its documentation names no limit.
const LONGEST_TYPE: usize = 128;

/// Whether it is written as Stripe writes the ids that it makes: letters, digits, `_` and `-`.
pub fn is_id(text: &str) -> bool {
    let letter = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
    (1..=LONGEST_ID).contains(&text.len()) && text.bytes().all(letter)
}

/// What is read of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope {
    /// `evt_…`, as [`is_id`] has it.
    pub id: String,
    /// Such as `payment_intent.succeeded`: at most 128 bytes.
    pub event_type: String,
    /// The object's id, as [`is_id`] has it; empty for an object without one. Products and prices may have ids that their
    /// owner has made up, of any characters: none of ours, so they are empty too.
    pub object_id: String,
}

/// Reads the envelope of an event; `None` when it is not one. What is signed is bounded nevertheless: its parts become keys,
/// groups and addresses.
pub fn envelope(body: &[u8]) -> Option<Envelope> {
    #[derive(Deserialize)]
    struct Event {
        id: String,
        r#type: String,
        data: Data,
    }
    #[derive(Deserialize)]
    struct Data {
        object: Object,
    }
    #[derive(Deserialize)]
    struct Object {
        id: Option<String>,
    }
    let event: Event = serde_json::from_slice(body).ok()?;
    let is_type = (1..=LONGEST_TYPE).contains(&event.r#type.len());
    let is_event = is_type && is_id(&event.id);
    let object_id = event.data.object.id.filter(|id| is_id(id));
    is_event.then(|| Envelope {
        id: event.id,
        event_type: event.r#type,
        object_id: object_id.unwrap_or_default(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &[u8] =
        br#"{"id":"evt_1","type":"charge.refunded","data":{"object":{"id":"ch_1","x":null}}}"#;

    fn now() -> Timestamp {
        Timestamp::from_millis(1_800_000_000_000)
    }
    fn secrets() -> Vec<String> {
        vec!["whsec_a".to_owned(), "whsec_b".to_owned()]
    }
    fn header(secret: &str, time: i64) -> String {
        format!("t={time},v1={}", sign(secret, BODY, time))
    }

    #[test]
    fn any_secret_and_any_of_several_signatures_is_good() {
        let good = header("whsec_b", 1_800_000_000);
        assert_eq!(verify(&secrets(), &good, BODY, now()), Ok(()));
        let (time, signature) = good.split_once(',').unwrap_or_default();
        for header in [
            format!("{time},v1=00,{signature}"),
            format!("{time},{signature},v1=00,v0=x"),
        ] {
            assert_eq!(verify(&secrets(), &header, BODY, now()), Ok(()), "{header}");
        }
    }

    #[test]
    fn everything_else_is_refused() {
        let cases = [
            ("", WebhookError::Malformed),
            ("t=1800000000", WebhookError::Malformed),
            ("v1=00", WebhookError::Malformed),
            (&header("whsec_c", 1_800_000_000), WebhookError::BadSignature),
            (&header("whsec_a", 1_799_999_699), WebhookError::Stale),
            (&header("whsec_a", 1_800_000_301), WebhookError::Stale),
        ];
        for (header, expected) in cases {
            assert_eq!(verify(&secrets(), header, BODY, now()), Err(expected), "{header}");
        }
        assert_eq!(
            verify(&secrets(), &header("whsec_a", 1_799_999_700), BODY, now()),
            Ok(())
        );
        let changed = verify(&secrets(), &header("whsec_a", 1_800_000_000), b"{}", now());
        assert_eq!(changed, Err(WebhookError::BadSignature));
    }

    #[test]
    fn the_envelope_is_read_whatever_the_object_holds() {
        let expected = Envelope {
            id: "evt_1".to_owned(),
            event_type: "charge.refunded".to_owned(),
            object_id: "ch_1".to_owned(),
        };
        assert_eq!(envelope(BODY), Some(expected));
        assert_eq!(envelope(b"[]"), None);
    }

    #[test]
    fn what_is_too_long_or_no_id_is_no_event() {
        let body = |id: &str, kind: &str, object: &str| {
            let object =
                format!(r#"{{"id":"{id}","type":"{kind}","data":{{"object":{{"id":"{object}"}}}}}}"#);
            envelope(object.as_bytes()).map(|envelope| envelope.object_id)
        };
        let (long, kind) = ("x".repeat(256), "x".repeat(129));
        assert_eq!(body("evt_1", "a.b", "ch_1").as_deref(), Some("ch_1"));
        for (id, kind) in [
            (long.as_str(), "a"),
            ("", "a"),
            ("a b", "a"),
            ("evt_1", ""),
            ("evt_1", &kind),
        ] {
            assert_eq!(body(id, kind, "ch_1"), None, "{id} {kind}");
        }
        for object in ["../accounts/acct_x", "gold plan", &long] {
            assert_eq!(body("evt_1", "a.b", object).as_deref(), Some(""), "{object}");
        }
    }
}

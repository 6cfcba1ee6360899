//! Lists, as Stripe wraps them.

use serde_json::{Value, json};

/// A list in Stripe's envelope.
pub(crate) fn list(url: &str, data: Vec<Value>) -> Value {
    json!({"object": "list", "url": url, "has_more": false, "data": data})
}

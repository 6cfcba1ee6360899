//! What goes over a WebSocket connection to the browser.

use crate::File;
use proconnect_domain::FieldError;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A ticket for one connection.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Ticket {
    /// Goes into the address, as `?ticket=`. Good once.
    pub ticket: String,
    /// Seconds within which the connection must be opened.
    pub expires_in: u32,
    /// Where to connect, `ws:` or `wss:`.
    pub url: String,
}

/// What the server says over a connection: JSON with its kind in `type`. A browser passes over a kind that it does not know.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum ServerFrame {
    /// The answer to `ping`.
    Pong,
    /// What was sent was refused; the connection stays.
    Error {
        /// For programs: one of the codes of the HTTP API.
        code: String,
        /// A sentence for the person.
        detail: String,
        /// The `clientId` of the frame that is refused, if it had one.
        #[serde(skip_serializing_if = "Option::is_none")]
        client_id: Option<String>,
        /// What is wrong with which field of it, for `invalid_fields`.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        errors: Vec<FieldError>,
        /// Seconds until it may be tried again, if that is known.
        #[serde(skip_serializing_if = "Option::is_none")]
        retry_after: Option<u64>,
    },
    /// One's own file was looked at.
    File {
        /// The file, without a download address.
        file: File,
    },
}

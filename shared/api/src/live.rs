//! What goes over a WebSocket connection to the browser.

use crate::File;
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

/// A frame to the browser: JSON with its kind in `type`.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Frame {
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
    },
    /// One's own file was looked at.
    File {
        /// The file, without a download address.
        file: File,
    },
}

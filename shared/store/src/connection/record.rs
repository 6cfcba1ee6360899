//! Open WebSocket connections.

use crate::StoreError;
use crate::keys::{self, Key};
use crate::record::{Indexes, Record};
use proconnect_domain::{SessionId, Timestamp, UserId};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// API Gateway closes a connection after two hours (WebSocket quotas); the record may outlive it by a little.
const LIFE: Duration = Duration::from_secs(2 * 3600 + 10 * 60);

/// An open connection.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ConnectionRecord {
    /// API Gateway's id of it.
    pub id: String,
    /// Whose.
    pub user_id: UserId,
    /// The session whose ticket opened it.
    pub session_id: SessionId,
    /// When that session began.
    pub session_began: Timestamp,
    /// When it was opened.
    pub opened_at: Timestamp,
}

impl ConnectionRecord {
    /// When its record may go.
    pub(crate) fn expires_at(&self) -> Timestamp {
        self.opened_at.plus(LIFE)
    }
}

impl Record for ConnectionRecord {
    const LABEL: &'static str = "connection";
    fn key(&self) -> Key {
        keys::connection(self.user_id, &self.id)
    }
    fn indexes(&self) -> Result<Indexes, StoreError> {
        Ok(Indexes {
            expires: Some(self.expires_at()),
            ..Indexes::default()
        })
    }
}

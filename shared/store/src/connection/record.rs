//! Open WebSocket connections.

use crate::StoreError;
use crate::keys::{self, Key};
use crate::personal::{Export, Gone, Personal};
use crate::record::{Indexes, Record, from_key, from_ttl};
use crate::table::Item;
use proconnect_domain::{SessionId, TicketId, Timestamp, UserId};
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
    const TYPE: &'static str = "connection";
    const V: u32 = 1;
    const BEGINS: (&'static str, &'static str) = (keys::USER, keys::CONNECTION);
    const PERSONAL: Personal = Personal::Owned {
        export: Export::Account,
        gone: Gone::ByItself("the worker that closes it deletes it"),
    };
    fn key(&self) -> Key {
        keys::connection(self.user_id, &self.id)
    }
    fn indexes(&self) -> Result<Indexes, StoreError> {
        Ok(Indexes::expiring(self.expires_at()))
    }
}

/// Whose a connection is: its later events name nothing but its id.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ConnectionOwner {
    /// API Gateway's id of the connection.
    pub(crate) id: String,
    /// Whose.
    pub(crate) user_id: UserId,
    /// When it may go.
    pub(crate) expires_at: Timestamp,
}

impl Record for ConnectionOwner {
    const TYPE: &'static str = "connection_owner";
    const V: u32 = 1;
    const BEGINS: (&'static str, &'static str) = (keys::CONNECTION, keys::OWNER_SORT);
    const PERSONAL: Personal = Personal::Owned {
        export: Export::Not("the connection says the same"),
        gone: Gone::ByItself("the worker that closes the connection deletes it"),
    };
    fn key(&self) -> Key {
        keys::connection_owner(&self.id)
    }
    fn indexes(&self) -> Result<Indexes, StoreError> {
        Ok(Indexes::expiring(self.expires_at))
    }
    fn upgrade(from: u32, item: &mut Item) {
        if from == 0 {
            from_key(item, "id", "pk", keys::CONNECTION);
            from_ttl(item, "expiresAt");
        }
    }
}

/// A ticket that was used.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct UsedTicket {
    /// Id.
    pub(crate) id: TicketId,
    /// When it is forgotten.
    pub(crate) expires_at: Timestamp,
}

impl Record for UsedTicket {
    const TYPE: &'static str = "ticket";
    const V: u32 = 1;
    const BEGINS: (&'static str, &'static str) = (keys::TICKET, keys::TICKET_SORT);
    const PERSONAL: Personal = Personal::None {
        reason: "an id that opened a connection once, and names nobody",
    };
    fn key(&self) -> Key {
        keys::ticket(self.id)
    }
    fn indexes(&self) -> Result<Indexes, StoreError> {
        Ok(Indexes::expiring(self.expires_at))
    }
    fn upgrade(from: u32, item: &mut Item) {
        if from == 0 {
            from_key(item, "id", "pk", keys::TICKET);
            from_ttl(item, "expiresAt");
        }
    }
}

//! Which windows somebody has open.

use crate::keys::{self, Key};
use crate::personal::{Export, Gone, Personal};
use crate::record::Record;
use proconnect_domain::{SILENCE, Timestamp, UserId};
use serde::{Deserialize, Serialize};

/// More open windows than anybody has: of more, those that were heard of last are kept.
pub(super) const MOST: usize = 50;

/// Which windows somebody has open, and when they were last there: one item a person, so that the presence of many is one call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PresenceRecord {
    /// Who.
    pub user_id: UserId,
    /// Their windows.
    pub windows: Vec<Window>,
    /// When they were last there, as far as a window of theirs has said.
    pub last_seen_at: Timestamp,
}

/// An open window.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Window {
    /// API Gateway's id of its connection.
    pub connection: String,
    /// Nobody has touched it for a while.
    pub is_away: bool,
    /// When it was heard of last.
    pub heard_at: Timestamp,
}

impl Window {
    /// Whether it is still there, as far as anybody knows: its end is not always told.
    pub fn is_open(&self, now: Timestamp) -> bool {
        now.saturating_since(self.heard_at) <= SILENCE
    }
}

impl PresenceRecord {
    /// Of somebody who has just come.
    pub fn new(user_id: UserId, now: Timestamp) -> Self {
        Self {
            user_id,
            windows: Vec::new(),
            last_seen_at: now,
        }
    }

    /// A window says that it is there, and may say whether anybody sits before it: what it said before holds otherwise. Windows
    /// that have fallen silent are dropped.
    pub fn hear(&mut self, connection: &str, is_away: Option<bool>, now: Timestamp) {
        let before = self.window(connection).is_some_and(|window| window.is_away);
        self.windows
            .retain(|window| window.is_open(now) && window.connection != connection);
        let is_away = is_away.unwrap_or(before);
        // Who turns away was there until now.
        if !(is_away && before) {
            self.last_seen_at = now;
        }
        self.windows.push(Window {
            connection: connection.to_owned(),
            is_away,
            heard_at: now,
        });
        let surplus = self.windows.len().saturating_sub(MOST);
        self.windows.drain(..surplus);
    }

    /// A window was closed.
    pub fn close(&mut self, connection: &str, now: Timestamp) {
        if self.window(connection).is_some_and(|window| !window.is_away) {
            self.last_seen_at = now;
        }
        self.windows.retain(|window| window.connection != connection);
    }

    /// One of their windows.
    pub fn window(&self, connection: &str) -> Option<&Window> {
        self.windows.iter().find(|window| window.connection == connection)
    }
}

impl Record for PresenceRecord {
    const TYPE: &'static str = "presence";
    const V: u32 = 1;
    const BEGINS: (&'static str, &'static str) = (keys::USER, keys::PRESENCE);
    const PERSONAL: Personal = Personal::Owned {
        export: Export::Account,
        gone: Gone::Forgotten,
    };
    fn key(&self) -> Key {
        keys::presence(self.user_id)
    }
}

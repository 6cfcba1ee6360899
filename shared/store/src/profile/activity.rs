//! What happened to an account.

use crate::StoreError;
use crate::keys::{self, Key};
use crate::personal::{Export, Gone, Personal};
use crate::record::{Indexes, Record};
use proconnect_domain::{ActivityId, ActivityKind, Timestamp, UserId};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// Activity is kept for 400 days: a year, and time to look at it.
const ACTIVITY_LIFE: Duration = Duration::from_secs(400 * 24 * 3600);

/// One line of an account's activity.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ActivityRecord {
    /// Whose account.
    pub user_id: UserId,
    /// What happened.
    pub activity: ActivityLine,
}

/// What one line says.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ActivityLine {
    /// Id.
    pub id: ActivityId,
    /// What happened.
    pub kind: ActivityKind,
    /// When.
    pub at: Timestamp,
    /// The address it came from, if known.
    pub address: Option<String>,
    /// The browser, as it calls itself, if known.
    pub user_agent: Option<String>,
}

impl ActivityRecord {
    /// Something that happens now. Empty texts are not known.
    pub fn new(
        user_id: UserId,
        kind: ActivityKind,
        address: &str,
        user_agent: &str,
        now: Timestamp,
    ) -> Result<Self, StoreError> {
        let id = crate::fresh_id(now)?;
        Ok(Self::with_id(id, user_id, kind, address, user_agent, now))
    }

    /// Several things that one change brings, in this order.
    pub fn series(
        user_id: UserId,
        kinds: &[ActivityKind],
        address: &str,
        user_agent: &str,
        now: Timestamp,
    ) -> Result<Vec<Self>, StoreError> {
        let line = |(id, kind): (_, &_)| Self::with_id(id, user_id, *kind, address, user_agent, now);
        Ok(crate::fresh_ids(now)?.zip(kinds).map(line).collect())
    }

    fn with_id(
        id: ActivityId,
        user_id: UserId,
        kind: ActivityKind,
        address: &str,
        user_agent: &str,
        at: Timestamp,
    ) -> Self {
        let known = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let activity = ActivityLine {
            id,
            kind,
            at,
            address: known(address),
            user_agent: known(user_agent),
        };
        Self { user_id, activity }
    }
}

impl Record for ActivityRecord {
    const TYPE: &'static str = "activity";
    const V: u32 = 1;
    const BEGINS: (&'static str, &'static str) = (keys::USER, keys::ACTIVITY);
    const PERSONAL: Personal = Personal::Owned {
        export: Export::Account,
        gone: Gone::Forgotten,
    };
    fn key(&self) -> Key {
        keys::activity(self.user_id, self.activity.id)
    }
    fn indexes(&self) -> Result<Indexes, StoreError> {
        Ok(Indexes::expiring(self.activity.at.plus(ACTIVITY_LIFE)))
    }
}

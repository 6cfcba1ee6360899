//! People and their sessions.

use crate::keys::{self, Key};
use crate::record::{Indexes, Record, word};
use crate::transitions::State;
use crate::{Party, StoreError};
use proconnect_auth::{SecondFactor, StoredReset};
use proconnect_domain::{Email, FileId, Roles, SessionId, Timestamp, UserId, UserStatus};
use serde::{Deserialize, Serialize};

/// A person's account.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct UserRecord {
    /// Id.
    pub id: UserId,
    /// Address.
    pub email: Email,
    /// Name.
    pub name: String,
    /// The picture of the profile: here as well, since tokens and bids show it without reading a profile.
    #[serde(default)]
    pub avatar_id: Option<FileId>,
    /// Roles.
    pub roles: Roles,
    /// State.
    pub status: UserStatus,
    /// bcrypt.
    pub password_hash: String,
    /// The links to set a new password that are out.
    pub reset: Option<StoredReset>,
    /// The second factor; in force once it was confirmed.
    pub second_factor: Option<SecondFactor>,
    /// Sessions that do not carry this very moment have ended: a new password sets it.
    pub sessions_from: Option<Timestamp>,
    /// The connected account.
    pub payout: Option<PayoutRecord>,
    /// Tasks posted.
    #[serde(default)]
    pub tasks_posted: u32,
    /// Bids accepted, as a client.
    #[serde(default)]
    pub hires: u32,
    /// Contracts completed, as a freelancer.
    #[serde(default)]
    pub completed_contracts: u32,
    /// When the account was made.
    pub created_at: Timestamp,
}

/// The connected account at the processor, as last fetched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PayoutRecord {
    /// `acct_…`.
    pub account_id: String,
    /// The form was filled in.
    pub details_submitted: bool,
    /// Money can be sent to it.
    pub transfers_active: bool,
    /// It pays out to the bank.
    pub payouts_enabled: bool,
    /// What the processor still asks for.
    pub currently_due: Vec<String>,
}

impl UserRecord {
    /// Whether log-in asks for a second factor.
    pub fn totp_enabled(&self) -> bool {
        self.second_factor.as_ref().is_some_and(SecondFactor::is_on)
    }

    /// Shown to others: verified, and has not left.
    pub fn is_present(&self) -> bool {
        matches!(self.status, UserStatus::Active | UserStatus::Suspended)
    }

    /// Whether a session still stands. When it began proves nothing: a log-in with the old password may end after the
    /// new one is set.
    pub fn honours(&self, session: &SessionRecord) -> bool {
        session.honoured_from == self.sessions_from
    }

    /// Id and name, as other records keep them.
    pub fn party(&self) -> Party {
        Party {
            id: self.id,
            name: self.name.clone(),
        }
    }
}

impl Record for UserRecord {
    const LABEL: &'static str = "user";
    fn key(&self) -> Key {
        keys::user(self.id)
    }
    fn indexes(&self) -> Result<Indexes, StoreError> {
        Ok(Indexes {
            gsi1: Some(keys::by_email(&self.email)),
            ..Indexes::default()
        })
    }
    fn status(&self) -> Option<String> {
        word(&self.status)
    }
    fn states(&self) -> Vec<State> {
        vec![State::Account(self.status)]
    }
}

/// A session: one family of rotating refresh tokens.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SessionRecord {
    /// Id.
    pub id: SessionId,
    /// Whose.
    pub user_id: UserId,
    /// Hash of the one refresh token that is valid now.
    pub token_hash: String,
    /// Log-in.
    pub created_at: Timestamp,
    /// The person's `sessions_from` when it began.
    pub honoured_from: Option<Timestamp>,
    /// Last refresh.
    pub last_used_at: Timestamp,
    /// When it ends unless it is refreshed.
    pub expires_at: Timestamp,
    /// The browser, as it calls itself.
    pub user_agent: String,
    /// Where from.
    pub address: String,
}

impl Record for SessionRecord {
    const LABEL: &'static str = "session";
    fn key(&self) -> Key {
        keys::session(self.user_id, self.id)
    }
    fn indexes(&self) -> Result<Indexes, StoreError> {
        Ok(Indexes {
            expires: Some(self.expires_at),
            ..Indexes::default()
        })
    }
}

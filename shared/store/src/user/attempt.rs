//! A registration that waits for its code.

use crate::StoreError;
use crate::keys::{self, Key};
use crate::personal::{Export, Gone, Personal};
use crate::record::{Indexes, Record};
use crate::user::{Paid, Replies, UserRecord};
use proconnect_auth::{OneTimeCode, ShownAttempt};
use proconnect_domain::{Email, Roles, Timestamp, UserEvent, UserId, UserStatus};
use serde::{Deserialize, Serialize};

/// Somebody's attempt to make an account with an address that they have not shown to be theirs. It is no account: it holds
/// no address, and others for the same one stand beside it. The first whose code is shown becomes the account.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AttemptRecord {
    /// The id that the account will have.
    pub id: UserId,
    /// The address, as they wrote it in its one form.
    pub email: Email,
    /// Name.
    pub name: String,
    /// Roles.
    pub roles: Roles,
    /// bcrypt.
    pub password_hash: String,
    /// Hash of what the browser holds that began it.
    pub holder: String,
    /// The network that it was begun from.
    pub network: String,
    /// The one-time code that was sent last, hashed.
    pub code: Option<OneTimeCode>,
    /// When it was begun.
    pub created_at: Timestamp,
    /// When it is forgotten.
    pub expires_at: Timestamp,
}

impl AttemptRecord {
    /// Whether a call may finish it: the browser that began it shows what it holds. A script that keeps no cookies is known
    /// by its network.
    pub fn is_held(&self, shown: Option<&ShownAttempt>, network: Option<&str>, now: Timestamp) -> bool {
        let held = match shown {
            Some(shown) => shown.matches(self.id, &self.holder),
            None => network == Some(self.network.as_str()),
        };
        held && now < self.expires_at
    }

    /// The account that it becomes once its code was shown.
    pub fn account(&self) -> Result<UserRecord, StoreError> {
        Ok(UserRecord {
            id: self.id,
            email: self.email.clone(),
            name: self.name.clone(),
            avatar_id: None,
            headline: String::new(),
            roles: self.roles.clone(),
            status: UserStatus::PendingVerification.apply(UserEvent::VerifyEmail)?,
            password_hash: self.password_hash.clone(),
            reset: None,
            second_factor: None,
            sessions_from: None,
            payout: None,
            mail_stopped: None,
            tasks_posted: 0,
            hires: 0,
            completed_contracts: 0,
            paid: Paid::default(),
            replies: Replies::default(),
            created_at: self.created_at,
        })
    }
}

impl Record for AttemptRecord {
    const TYPE: &'static str = "attempt";
    const V: u32 = 1;
    const BEGINS: (&'static str, &'static str) = (keys::ATTEMPT, keys::ATTEMPT_SORT);
    const PERSONAL: Personal = Personal::Owned {
        export: Export::Not("whoever began it has not shown who they are"),
        gone: Gone::ByItself("a day after it was begun"),
    };
    const SECRETS: &'static [&'static str] = &["passwordHash", "holder", "code"];
    fn key(&self) -> Key {
        keys::attempt(self.id)
    }
    fn indexes(&self) -> Result<Indexes, StoreError> {
        Ok(Indexes {
            gsi1: Some(keys::attempts_by_email(&self.email, self.id)),
            expires: Some(self.expires_at),
            ..Indexes::default()
        })
    }
}

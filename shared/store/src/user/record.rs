//! People and their sessions.

use crate::items::Item;
use crate::keys::{self, Key};
use crate::personal::{Export, Gone, Personal};
use crate::record::{Indexes, Record, from_key, word};
use crate::transitions::State;
use crate::user::{Paid, Replies};
use crate::{Party, StoreError};
use proconnect_auth::{REFRESH_TOKEN_LIFE, SecondFactor, StoredReset};
use proconnect_domain::{
    CONFIRMATION_LIFE, Email, FileId, MailStop, Roles, SESSION_LIFE, SessionId, Timestamp, UserId, UserStatus,
};
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
    /// The picture of the profile: here as well, since whoever names them shows it without reading a profile.
    #[serde(default)]
    pub avatar_id: Option<FileId>,
    /// The headline of the profile, for the same reason.
    #[serde(default)]
    pub headline: String,
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
    /// Why mail to the address has stopped, if it has. The address itself has the record that decides; this one is shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mail_stopped: Option<MailStop>,
    /// Tasks posted.
    #[serde(default)]
    pub tasks_posted: u32,
    /// Bids accepted, as a client.
    #[serde(default)]
    pub hires: u32,
    /// Contracts completed, as a freelancer.
    #[serde(default)]
    pub completed_contracts: u32,
    /// What was paid out to those whom they hired.
    #[serde(flatten)]
    pub paid: Paid,
    /// How soon they answered those who wrote to them.
    #[serde(flatten)]
    pub replies: Replies,
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
    const TYPE: &'static str = "user";
    /// The second has no one-time code: who waits for one has no account yet. The third has the headline and what was paid.
    const V: u32 = 3;
    const BEGINS: (&'static str, &'static str) = (keys::USER, keys::USER_SORT);
    const PERSONAL: Personal = Personal::Names {
        export: Export::Account,
        rest: "the id, under which contracts and books go on; address, name, picture and secrets are taken out",
    };
    const SECRETS: &'static [&'static str] = &["passwordHash", "code", "reset", "secondFactor"];
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
    /// When the person last showed again who they are; the log-in counts until they did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authenticated_at: Option<Timestamp>,
    /// The browser, as it calls itself.
    pub user_agent: String,
    /// Where from.
    pub address: String,
}

impl SessionRecord {
    /// When it ends unless it is refreshed after `now`: 30 days on, and never later than 90 days after its log-in.
    pub fn end_after(&self, now: Timestamp) -> Timestamp {
        now.plus(REFRESH_TOKEN_LIFE).min(self.last_end())
    }

    fn last_end(&self) -> Timestamp {
        self.created_at.plus(SESSION_LIFE)
    }

    /// Whether its time is up. Those of before may have been given more than 90 days.
    pub fn is_over(&self, now: Timestamp) -> bool {
        self.expires_at.min(self.last_end()) <= now
    }

    /// Whether the person has shown who they are so lately that they may do what is dangerous.
    pub fn is_confirmed(&self, now: Timestamp) -> bool {
        now < self
            .authenticated_at
            .unwrap_or(self.created_at)
            .plus(CONFIRMATION_LIFE)
    }
}

impl Record for SessionRecord {
    const TYPE: &'static str = "session";
    const V: u32 = 1;
    const BEGINS: (&'static str, &'static str) = (keys::USER, keys::SESSION);
    const PERSONAL: Personal = Personal::Owned {
        export: Export::Account,
        gone: Gone::Forgotten,
    };
    const SECRETS: &'static [&'static str] = &["tokenHash"];
    fn key(&self) -> Key {
        keys::session(self.user_id, self.id)
    }
    fn indexes(&self) -> Result<Indexes, StoreError> {
        Ok(Indexes::expiring(self.expires_at))
    }
}

/// Holds an address for one account.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct EmailClaim {
    /// The address.
    pub(crate) email: Email,
    /// Whose it is.
    pub(crate) user_id: UserId,
}

impl Record for EmailClaim {
    const TYPE: &'static str = "email_claim";
    const V: u32 = 1;
    const BEGINS: (&'static str, &'static str) = (keys::EMAIL, keys::EMAIL_SORT);
    const PERSONAL: Personal = Personal::Owned {
        export: Export::Not("the account has the address"),
        gone: Gone::AtOnce,
    };
    fn key(&self) -> Key {
        keys::email_claim(&self.email)
    }
    fn upgrade(from: u32, item: &mut Item) {
        if from == 0 {
            from_key(item, "email", "pk", keys::EMAIL);
        }
    }
}

/// Stands before somebody's sessions once some were ended together.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SessionsMark {
    /// Whose.
    pub(crate) user_id: UserId,
    /// Sessions that do not carry this very moment have ended.
    pub(crate) sessions_from: Timestamp,
}

impl Record for SessionsMark {
    const TYPE: &'static str = "sessions_mark";
    const V: u32 = 1;
    const BEGINS: (&'static str, &'static str) = (keys::USER, keys::SESSIONS_FROM);
    const PERSONAL: Personal = Personal::Owned {
        export: Export::Account,
        gone: Gone::Forgotten,
    };
    fn key(&self) -> Key {
        keys::sessions_from(self.user_id)
    }
    fn upgrade(from: u32, item: &mut Item) {
        if from == 0 {
            from_key(item, "userId", "pk", keys::USER);
        }
    }
}

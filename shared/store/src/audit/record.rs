//! An entry of the audit log. Entries are made and read; nothing changes or deletes one.

use crate::keys::{self, Key};
use crate::personal::{Export, Personal};
use crate::record::Record;
use proconnect_domain::{AuditId, SessionId, Timestamp, UserId};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What an admin did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AuditAction {
    /// Suspended an account.
    AccountSuspended,
    /// Restored a suspended account.
    AccountRestored,
    /// Ruled in a dispute.
    DisputeRuled,
    /// Had a payout or refund tried again.
    PaymentRetried,
    /// Noted that a payout or refund was paid by hand.
    PaymentResolved,
    /// Let a payout go of which a network had warned.
    WarningCleared,
}

/// Something that an admin did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AuditRecord {
    /// Id.
    pub id: AuditId,
    /// Who.
    pub admin_id: UserId,
    /// In which session of theirs.
    pub session_id: SessionId,
    /// What.
    pub action: AuditAction,
    /// To what: its id.
    pub subject: String,
    /// Why, in the admin's words.
    pub reason: String,
    /// What was changed, as it was.
    pub before: Value,
    /// What was changed, as it became.
    pub after: Value,
    /// When.
    pub at: Timestamp,
}

impl Record for AuditRecord {
    const TYPE: &'static str = "audit";
    const V: u32 = 1;
    const BEGINS: (&'static str, &'static str) = (keys::AUDIT, keys::ENTRY);
    const PERSONAL: Personal = Personal::KeptForTheBooks {
        export: Export::Not("it is about what an admin did, who answers for it"),
        reason: "an admin's step is answered for, whoever leaves",
    };
    fn key(&self) -> Key {
        keys::audit(&self.subject, self.id)
    }
}

//! An admin's transaction. It begins with an `Audit`, and each of its writes says what the entry says of it: none can be
//! written without.

use super::record::{AuditAction, AuditRecord};
use crate::record::{Record, Stored};
use crate::tx::Tx;
use crate::{Store, StoreError, fresh_id};
use proconnect_auth::Admin;
use proconnect_domain::{Text, Timestamp};
use proconnect_events::Fact;
use serde::Serialize;

/// Who acts as an admin, and why. Every step of an admin takes one.
#[derive(Debug, Clone)]
pub struct Audit {
    admin: Admin,
    reason: String,
}

impl Audit {
    /// The reason is what the admin wrote.
    pub fn new(admin: &Admin, reason: Text<1, 1000>) -> Self {
        Self {
            admin: admin.clone(),
            reason: reason.into_string(),
        }
    }
}

/// What an entry says of one write.
pub(crate) struct Entry<'a, T> {
    pub(crate) action: AuditAction,
    /// The id of what is changed.
    pub(crate) subject: String,
    /// What is changed of it, and nothing else: an entry stays for ever, so it holds no secrets and no profiles.
    pub(crate) before: &'a T,
    pub(crate) after: &'a T,
}

/// A transaction in the making.
pub(crate) struct AdminTx {
    tx: Tx,
    audit: Audit,
    now: Timestamp,
}

impl AdminTx {
    /// It goes through only while the admin's account is in use, and is an admin's.
    pub(crate) fn new(audit: Audit, now: Timestamp) -> Self {
        Self {
            tx: Tx::by_admin(audit.admin.caller(), now),
            audit,
            now,
        }
    }

    /// Writes a record over the one that was read, with the fact that this makes true, and the entry.
    pub(crate) fn transition<T: Record, V: Serialize>(
        &mut self,
        stored: &Stored<T>,
        fact: Fact,
        entry: &Entry<'_, V>,
    ) -> Result<(), StoreError> {
        self.tx.transition(stored, [fact])?;
        let json =
            |value: &V| serde_json::to_value(value).map_err(|error| StoreError::Other(error.to_string()));
        let caller = self.audit.admin.caller();
        self.tx.create(&AuditRecord {
            id: fresh_id(self.now)?,
            admin_id: caller.user_id,
            session_id: caller.session_id,
            action: entry.action,
            subject: entry.subject.clone(),
            reason: self.audit.reason.clone(),
            before: json(entry.before)?,
            after: json(entry.after)?,
            at: self.now,
        })
    }

    /// For what follows from the step that the entry is about.
    pub(crate) fn inner(&mut self) -> &mut Tx {
        &mut self.tx
    }

    pub(crate) async fn commit(self, store: &Store) -> Result<(), StoreError> {
        self.tx.commit(store).await
    }
}

//! The steps of admins.

use super::record::{AuditAction, AuditRecord};
use super::tx::{AdminTx, Audit, Entry};
use crate::record::Stored;
use crate::table::Query;
use crate::user::UserRecord;
use crate::{Listed, Store, StoreError, keys};
use proconnect_domain::{Timestamp, UserEvent};
use proconnect_events::Fact;

/// What admins do.
pub struct Administration<'a>(&'a Store);

impl Store {
    /// What admins do.
    pub fn administration(&self) -> Administration<'_> {
        Administration(self)
    }
}

impl Administration<'_> {
    /// Suspends an account. `Stale` when it has moved since it was read, `Account` when the admin's own is not in use.
    pub async fn suspend(
        &self,
        user: &mut Stored<UserRecord>,
        audit: Audit,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let told = (
            AuditAction::AccountSuspended,
            Fact::AccountSuspended { user_id: user.id },
        );
        self.step(user, UserEvent::Suspend, told, audit, now).await
    }

    /// Restores a suspended account. Refused as `suspend` is.
    pub async fn restore(
        &self,
        user: &mut Stored<UserRecord>,
        audit: Audit,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let told = (
            AuditAction::AccountRestored,
            Fact::AccountRestored { user_id: user.id },
        );
        self.step(user, UserEvent::Restore, told, audit, now).await
    }

    async fn step(
        &self,
        user: &mut Stored<UserRecord>,
        event: UserEvent,
        (action, fact): (AuditAction, Fact),
        audit: Audit,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let before = user.status;
        user.status = user.status.apply(event)?;
        let entry = Entry {
            action,
            subject: user.id.to_string(),
            before: &before,
            after: &user.status,
        };
        let mut tx = AdminTx::new(audit, now);
        tx.transition(user, fact, &entry)?;
        tx.commit(self.0).await?;
        user.mark_written();
        Ok(())
    }

    /// What admins did to something, newest first.
    pub async fn entries(
        &self,
        subject: &str,
        limit: u32,
        cursor: Option<&str>,
    ) -> Result<Listed<AuditRecord>, StoreError> {
        let query = Query {
            newest_first: true,
            limit,
            cursor,
            ..Query::partition(keys::audit_of(subject))
        };
        self.0.records(query).await
    }
}

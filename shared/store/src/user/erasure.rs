//! Closing an account for good: what is erased at once, and what a job takes away afterwards.
//!
//! What goes, and what stays and why, each record states as its `Personal`.

use super::repository::end_connections;
use crate::items::{Item, text};
use crate::record::Stored;
use crate::table::{Query, Sort};
use crate::task::TaskRecord;
use crate::tx::Tx;
use crate::user::UserRecord;
use crate::{Kind, Store, StoreError, keys};
use proconnect_domain::{Email, Timestamp, UserId};
use proconnect_events::Fact;
use proconnect_messaging::SayFarewell;

/// `TransactWriteItems` takes 100 writes at most (DynamoDB limits).
const MOST: u32 = 100;

/// Closing accounts.
pub struct Erasure<'a>(&'a Store);

impl Store {
    /// Closing accounts.
    pub fn erasure(&self) -> Erasure<'_> {
        Erasure(self)
    }
}

impl Erasure<'_> {
    /// Anonymises an account: its address is free again, its profile is gone, its sessions end. The last mail goes to
    /// `address` and `name`, which are those of before; the name is taken out of everything else because of the fact.
    pub async fn close(
        &self,
        user: &Stored<UserRecord>,
        address: Email,
        name: String,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let mut tx = Tx::new(self.0, now);
        tx.transition(user, [Fact::AccountClosed { user_id: user.id }])?;
        tx.delete("email", keys::email_claim(&address))?;
        tx.delete("mailbox", keys::mailbox(&address))?;
        tx.delete("profile", keys::profile(user.id))?;
        end_connections(&mut tx, user, now)?;
        tx.order(&SayFarewell { email: address, name })?;
        tx.commit(self.0).await
    }

    /// Writes a task over the one that was read.
    pub async fn task(&self, task: &Stored<TaskRecord>, now: Timestamp) -> Result<(), StoreError> {
        let mut tx = Tx::new(self.0, now);
        tx.update(task)?;
        tx.commit(self.0).await
    }

    /// Deletes a page of what hangs on an account, of one kind. Returns whether there may be more; idempotent.
    pub async fn forget(&self, user: UserId, kind: &Kind, now: Timestamp) -> Result<bool, StoreError> {
        let query = Query {
            sort: Sort::Prefix(kind.prefix()),
            limit: MOST,
            ..Query::partition(keys::user(user).pk)
        };
        let page = self.0.query(query).await?;
        self.delete(&page.items, now).await?;
        Ok(page.next_cursor.is_some())
    }

    /// Deletes a page of what others saved of a freelancer. Returns where the next one begins; idempotent.
    pub async fn forget_saved(
        &self,
        freelancer: UserId,
        cursor: Option<&str>,
        now: Timestamp,
    ) -> Result<Option<String>, StoreError> {
        let query = Query {
            index: Some(keys::GSI3),
            limit: MOST,
            cursor,
            ..Query::partition(keys::savers_of(freelancer))
        };
        let page = self.0.query(query).await?;
        self.delete(&page.items, now).await?;
        Ok(page.next_cursor)
    }

    async fn delete(&self, items: &[Item], now: Timestamp) -> Result<(), StoreError> {
        if items.is_empty() {
            return Ok(());
        }
        let mut tx = Tx::new(self.0, now);
        for item in items {
            tx.delete("trace", keys::of_person(&text(item, "pk"), text(item, "sk")))?;
        }
        tx.commit(self.0).await
    }
}

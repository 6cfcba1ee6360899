//! Accounts.

use crate::profile::ActivityRecord;
use crate::rates::forget_tries;
use crate::record::{Stored, read};
use crate::table::{Query, Sort};
use crate::tx::Tx;
use crate::user::{EmailClaim, SessionRecord, SessionsMark, UserRecord};
use crate::{Bucket, Store, StoreError, keys};
use proconnect_domain::{Email, Timestamp, UserId};
use proconnect_events::Fact;
use proconnect_messaging::Command;

/// Accounts.
pub struct Users<'a>(&'a Store);

impl Store {
    /// Accounts.
    pub fn users(&self) -> Users<'_> {
        Users(self)
    }
}

impl Users<'_> {
    /// One account, strongly consistent.
    pub async fn get(&self, id: UserId) -> Result<Option<Stored<UserRecord>>, StoreError> {
        self.0.get(keys::user(id)).await
    }

    /// The account with this address. Read from an index: a change of the last moment may not show yet, so
    /// writes that follow are conditioned on the version.
    pub async fn by_email(&self, email: &Email) -> Result<Option<Stored<UserRecord>>, StoreError> {
        // Registrations that wait for a code stand beside it.
        let (partition, sort) = keys::by_email(email);
        let query = Query {
            index: Some(keys::GSI1),
            limit: 1,
            sort: Sort::Prefix(&sort),
            ..Query::partition(partition)
        };
        let page = self.0.query(query).await?;
        page.items.into_iter().next().map(Stored::read).transpose()
    }

    /// Whether somebody has an address, strongly consistent, whatever state their account is in.
    pub async fn holder(&self, email: &Email) -> Result<Option<UserId>, StoreError> {
        let found = self.0.get_many(&[keys::email_claim(email)]).await?;
        let claim = found.into_iter().flatten().next().map(read::<EmailClaim>);
        Ok(claim.transpose()?.map(|claim| claim.user_id))
    }

    /// Makes an account by an operator's hand. `Condition("email_claim")` when the address is taken.
    pub async fn create(
        &self,
        user: &UserRecord,
        activity: &ActivityRecord,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let mut tx = Tx::new(self.0, now);
        tx.create(&EmailClaim {
            email: user.email.clone(),
            user_id: user.id,
        })?;
        tx.create(user)?;
        tx.create(activity)?;
        tx.tell(Fact::AccountRegistered { user_id: user.id });
        tx.commit(self.0).await
    }

    /// Writes an account over the one that was read.
    pub async fn update(&self, user: &Stored<UserRecord>, now: Timestamp) -> Result<(), StoreError> {
        let mut tx = Tx::new(self.0, now);
        tx.update(user)?;
        tx.commit(self.0).await
    }

    /// Writes an account over the one that was read, with a line of its activity and the facts that this makes true.
    pub async fn secure(
        &self,
        user: &Stored<UserRecord>,
        activity: &ActivityRecord,
        facts: impl IntoIterator<Item = Fact>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let tx = self.secured(user, activity, facts, now)?;
        tx.commit(self.0).await
    }

    /// The same, and opens a session, together.
    pub async fn update_with_session(
        &self,
        user: &Stored<UserRecord>,
        session: &SessionRecord,
        activity: &ActivityRecord,
        facts: impl IntoIterator<Item = Fact>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let mut tx = self.secured(user, activity, facts, now)?;
        tx.create(session)?;
        tx.commit(self.0).await
    }

    /// Writes an account that has used up a code over the one that was read, opens a session, and forgets the tries that led to
    /// it.
    pub async fn open_with_code(
        &self,
        user: &Stored<UserRecord>,
        session: &SessionRecord,
        activity: &ActivityRecord,
        tries: &[Bucket],
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let mut tx = self.secured(user, activity, None, now)?;
        forget_tries(&mut tx, tries)?;
        tx.create(session)?;
        tx.commit(self.0).await
    }

    fn secured(
        &self,
        user: &Stored<UserRecord>,
        activity: &ActivityRecord,
        facts: impl IntoIterator<Item = Fact>,
        now: Timestamp,
    ) -> Result<Tx, StoreError> {
        let mut tx = Tx::new(self.0, now);
        tx.transition(user, facts)?;
        end_connections(&mut tx, user, now)?;
        tx.create(activity)?;
        Ok(tx)
    }

    /// Leaves work on an account to a worker, and writes nothing else. Where the caller must not learn that the account exists, what
    /// was done until then is the same for every address.
    pub async fn ask(&self, command: &impl Command, now: Timestamp) -> Result<(), StoreError> {
        let mut tx = Tx::new(self.0, now);
        tx.order(command)?;
        tx.commit(self.0).await
    }
}

/// What ends somebody's sessions at this moment says so beside them, and closes their connections too.
pub(crate) fn end_connections(tx: &mut Tx, user: &UserRecord, now: Timestamp) -> Result<(), StoreError> {
    if user.sessions_from != Some(now) {
        return Ok(());
    }
    tx.tell(Fact::SessionsEnded {
        user_id: user.id,
        before: now,
    });
    tx.put(&SessionsMark {
        user_id: user.id,
        sessions_from: now,
    })
}

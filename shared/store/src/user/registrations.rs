//! Registrations that wait for their code, and what is mailed to their addresses.

use super::mailbox::{Mailbox, UnaskedMail};
use crate::items::{Item, text};
use crate::profile::ActivityRecord;
use crate::record::Stored;
use crate::table::Query;
use crate::tx::Tx;
use crate::user::{AttemptRecord, EmailClaim, SessionRecord, UserRecord};
use crate::{Store, StoreError, keys};
use proconnect_auth::ShownAttempt;
use proconnect_domain::{Email, Timestamp, UserId};
use proconnect_events::Fact;
use proconnect_messaging::Command;

/// So many attempts for one address are looked at, the newest first. An older one is found by its id alone, so that strangers
/// who begin more of them push nobody out.
const MOST: u32 = 50;

/// Everybody who lays claim to an address.
pub struct Claimants {
    /// The account that has it.
    pub account: Option<Stored<UserRecord>>,
    /// Those who wait for a code, the newest first.
    pub attempts: Vec<Stored<AttemptRecord>>,
}

impl Claimants {
    /// The attempt that a call may finish, if there is one and nobody has the address.
    pub fn held(
        &self,
        shown: Option<&ShownAttempt>,
        network: Option<&str>,
        now: Timestamp,
    ) -> Option<&Stored<AttemptRecord>> {
        let mut attempts = self.attempts.iter().filter(|_| self.account.is_none());
        attempts.find(|attempt| attempt.is_held(shown, network, now))
    }
}

/// Registrations.
pub struct Registrations<'a>(&'a Store);

impl Store {
    /// Registrations.
    pub fn registrations(&self) -> Registrations<'_> {
        Registrations(self)
    }
}

impl Registrations<'_> {
    /// Keeps an attempt together with the command to mail its first code. Nothing is looked at: whether the address is
    /// somebody's already is found out by the worker that mails.
    pub async fn begin(
        &self,
        attempt: &AttemptRecord,
        command: &impl Command,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let mut tx = Tx::new(self.0, now);
        tx.create(attempt)?;
        tx.order(command)?;
        tx.commit(self.0).await
    }

    /// One attempt, strongly consistent.
    pub async fn get(&self, id: UserId) -> Result<Option<Stored<AttemptRecord>>, StoreError> {
        self.0.get(keys::attempt(id)).await
    }

    /// Who lays claim to an address; the attempt that a call shows is among them, however old it is. Read from an index: what
    /// is written because of it is conditioned on what was read, and on the address being free.
    pub async fn at(&self, email: &Email, shown: Option<&ShownAttempt>) -> Result<Claimants, StoreError> {
        let mut claimants = self.newest(email).await?;
        let is_missing =
            |shown: &&ShownAttempt| claimants.attempts.iter().all(|known| known.id != shown.id());
        // Whether it is missing does not hang on the address having an account: the time that this takes tells nothing.
        if let Some(shown) = shown.filter(is_missing) {
            let older = self.get(shown.id()).await?;
            claimants
                .attempts
                .extend(older.filter(|older| older.email == *email));
        }
        Ok(claimants)
    }

    async fn newest(&self, email: &Email) -> Result<Claimants, StoreError> {
        let query = Query {
            index: Some(keys::GSI1),
            newest_first: true,
            limit: MOST,
            ..Query::partition(keys::by_email(email).0)
        };
        let account_sort = keys::by_email(email).1;
        let items = self.0.query(query).await?.items;
        let is_account = |item: &Item| text(item, "gsi1sk") == account_sort;
        let (accounts, attempts): (Vec<_>, Vec<_>) = items.into_iter().partition(is_account);
        Ok(Claimants {
            account: accounts.into_iter().next().map(Stored::read).transpose()?,
            attempts: attempts.into_iter().map(Stored::read).collect::<Result<_, _>>()?,
        })
    }

    /// Counts a wrong code against an attempt. Any number at the same moment are counted, each one; where there is nothing
    /// left to count, that is fine.
    pub async fn count_wrong(&self, attempt: UserId, now: Timestamp) -> Result<(), StoreError> {
        let mut tx = Tx::new(self.0, now);
        tx.change("attempt", AttemptRecord::one_try_less(attempt))?;
        match tx.commit(self.0).await {
            Err(StoreError::Condition(_) | StoreError::Busy) => Ok(()),
            outcome => outcome,
        }
    }

    /// Makes an attempt the account of its address, opens its first session, and forgets the others. `Stale` when the
    /// attempt moved since it was read, `Condition("email_claim")` when somebody else has the address by now.
    pub async fn verify(
        &self,
        attempt: &Stored<AttemptRecord>,
        others: &[Stored<AttemptRecord>],
        (user, session, activities): (&UserRecord, &SessionRecord, &[ActivityRecord]),
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let mut tx = Tx::new(self.0, now);
        tx.create(&EmailClaim {
            email: user.email.clone(),
            user_id: user.id,
        })?;
        tx.delete_unmoved(attempt)?;
        for other in others.iter().filter(|other| other.id != attempt.id) {
            tx.delete("attempt", keys::attempt(other.id))?;
        }
        tx.create(user)?;
        tx.create(session)?;
        for activity in activities {
            tx.create(activity)?;
        }
        tx.tell(Fact::AccountRegistered { user_id: user.id });
        tx.tell(Fact::AccountVerified { user_id: user.id });
        tx.commit(self.0).await
    }

    /// Writes a new code over the attempt that was read, if its address can take another mail today; `false` if not.
    pub async fn send_code(
        &self,
        attempt: &Stored<AttemptRecord>,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        let mut tx = Tx::new(self.0, now);
        if !self
            .count(&mut tx, &attempt.email, UnaskedMail::Code, now)
            .await?
        {
            return Ok(false);
        }
        tx.update(attempt)?;
        tx.commit(self.0).await.map(|()| true)
    }

    /// Writes a new link over the account that was read. Unless its owner has shown to have asked for it, the address must
    /// be able to take another mail today; `false` if not.
    pub async fn send_link(
        &self,
        user: &Stored<UserRecord>,
        asked: bool,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        let mut tx = Tx::new(self.0, now);
        if !asked && !self.count(&mut tx, &user.email, UnaskedMail::Link, now).await? {
            return Ok(false);
        }
        tx.update(user)?;
        tx.commit(self.0).await.map(|()| true)
    }

    /// Whether an address may be told that it has an account; counts it.
    pub async fn send_reminder(&self, email: &Email, now: Timestamp) -> Result<bool, StoreError> {
        let mut tx = Tx::new(self.0, now);
        if !self
            .count(&mut tx, email, UnaskedMail::AccountExists, now)
            .await?
        {
            return Ok(false);
        }
        tx.commit(self.0).await.map(|()| true)
    }

    async fn count(
        &self,
        tx: &mut Tx,
        email: &Email,
        kind: UnaskedMail,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        let stored: Option<Stored<Mailbox>> = self.0.get(keys::mailbox(email)).await?;
        let mut mailbox = match &stored {
            Some(stored) => Mailbox::clone(stored),
            None => Mailbox::empty(email.clone()),
        };
        let fits = mailbox.take(kind, now);
        if fits {
            tx.upsert(stored.as_ref(), &mailbox)?;
        }
        Ok(fits)
    }
}

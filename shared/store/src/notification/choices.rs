//! How people want to hear of things, and their digests.

use super::{Notifications, PreferencesRecord};
use crate::record::Stored;
use crate::tx::Tx;
use crate::user::UserRecord;
use crate::{Due, StoreError, keys};
use proconnect_domain::{Timestamp, UserId};
use proconnect_messaging::MailDigest;

impl Notifications<'_> {
    /// What somebody has chosen, strongly consistent; nothing before they have.
    pub async fn preferences(&self, user: UserId) -> Result<Option<Stored<PreferencesRecord>>, StoreError> {
        self.0.get(keys::preferences(user)).await
    }

    /// Somebody's account, and what they have chosen, in one call.
    pub async fn subscriber(
        &self,
        user: UserId,
    ) -> Result<(Option<Stored<UserRecord>>, Option<Stored<PreferencesRecord>>), StoreError> {
        let wanted = [keys::user(user), keys::preferences(user)];
        let mut found = self.0.get_many(&wanted).await?.into_iter();
        Ok((
            found.next().flatten().map(Stored::read).transpose()?,
            found.next().flatten().map(Stored::read).transpose()?,
        ))
    }

    /// Writes what somebody chooses. `Stale` when they chose otherwise since it was read.
    pub async fn choose(
        &self,
        stored: Option<&Stored<PreferencesRecord>>,
        chosen: &PreferencesRecord,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let mut tx = Tx::new(self.0, now);
        tx.upsert(stored, chosen)?;
        tx.commit(self.0).await
    }

    /// Writes what somebody chooses by a link from a mail, which proves who they are, and goes on while they are suspended:
    /// less mail is never refused. `Stale` when the account, such as its address, has moved since it was read.
    pub async fn choose_by_mail(
        &self,
        user: &Stored<UserRecord>,
        stored: Option<&Stored<PreferencesRecord>>,
        chosen: &PreferencesRecord,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let mut tx = Tx::new(self.0, now);
        tx.unmoved(user)?;
        tx.upsert(stored, chosen)?;
        tx.commit(self.0).await
    }

    /// Whose digest is due, the oldest first; of each shard at most so many.
    pub async fn due_digests(&self, now: Timestamp, limit: u32) -> Result<Vec<Due>, StoreError> {
        self.0.due(keys::DUE_DIGESTS, now, limit).await
    }

    /// Takes the turn of a digest, which moves it behind; `false` when somebody else has taken it.
    pub async fn take_digest(&self, due: &Due, now: Timestamp) -> Result<bool, StoreError> {
        self.0.take_turn(keys::digest_due(&due.id), due, now).await
    }

    /// Ends somebody's digest of today, and has it mailed if there is something in it: together, and so once. `Stale` when
    /// another run has ended it.
    pub async fn end_digest(
        &self,
        ended: &Stored<PreferencesRecord>,
        mail: Option<&MailDigest>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let mut tx = Tx::new(self.0, now);
        tx.update(ended)?;
        if let Some(mail) = mail {
            tx.order(mail)?;
        }
        tx.commit(self.0).await
    }
}

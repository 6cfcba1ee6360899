//! Sessions: families of rotating refresh tokens.

use crate::records::{SessionRecord, Stored, UserRecord};
use crate::tx::Tx;
use crate::{Store, StoreError, keys};
use proconnect_domain::{SessionId, Timestamp, UserId};
use proconnect_messaging::EmailJob;

/// Sessions.
pub struct Sessions<'a>(&'a Store);

impl Store {
    /// Sessions.
    pub fn sessions(&self) -> Sessions<'_> {
        Sessions(self)
    }
}

impl Sessions<'_> {
    /// A session and its person, in one call.
    pub async fn with_user(
        &self,
        user: UserId,
        session: SessionId,
    ) -> Result<Option<(Stored<UserRecord>, Stored<SessionRecord>)>, StoreError> {
        let mut found = self
            .0
            .get_many(&[keys::user(user), keys::session(user, session)])
            .await?
            .into_iter();
        match (found.next().flatten(), found.next().flatten()) {
            (Some(user), Some(session)) => Ok(Some((Stored::read(user)?, Stored::read(session)?))),
            _ => Ok(None),
        }
    }

    /// Opens a session.
    pub async fn open(&self, session: &SessionRecord, now: Timestamp) -> Result<(), StoreError> {
        let mut tx = Tx::new(now);
        tx.create(session)?;
        tx.commit(self.0).await
    }

    /// Writes a rotated session over the one that was read. `Stale` when the token was rotated meanwhile.
    pub async fn rotate(&self, session: &Stored<SessionRecord>, now: Timestamp) -> Result<(), StoreError> {
        let mut tx = Tx::new(now);
        tx.update(session)?;
        tx.commit(self.0).await
    }

    /// Ends a session; one that is gone already is fine.
    pub async fn end(
        &self,
        user: UserId,
        session: SessionId,
        mail: Option<EmailJob>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let mut tx = Tx::new(now);
        tx.delete("session", keys::session(user, session))?;
        if let Some(mail) = mail {
            tx.job(mail)?;
        }
        tx.commit(self.0).await
    }
}

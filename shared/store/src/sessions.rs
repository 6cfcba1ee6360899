//! Sessions: families of rotating refresh tokens.

use crate::records::{ActivityRecord, SessionRecord, Stored, UserRecord};
use crate::table::{Query, Sort};
use crate::tx::Tx;
use crate::{Store, StoreError, keys};
use proconnect_domain::{SessionId, Timestamp, UserId};
use proconnect_messaging::{EmailJob, LiveJob};

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

    /// A person's sessions, oldest first. When they began is compared with the person by the caller.
    pub async fn of(&self, user: UserId) -> Result<Vec<SessionRecord>, StoreError> {
        let query = Query {
            sort: Sort::Prefix(keys::SESSION),
            ..Query::partition(keys::user(user).pk)
        };
        let page = self.0.query(query).await?;
        Ok(page
            .items
            .into_iter()
            .map(serde_dynamo::from_item)
            .collect::<Result<_, _>>()?)
    }

    /// Opens a session.
    pub async fn open(
        &self,
        session: &SessionRecord,
        activity: &ActivityRecord,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let mut tx = Tx::new(now);
        tx.create(session)?;
        tx.create(activity)?;
        tx.commit(self.0).await
    }

    /// Writes a rotated session over the one that was read. `Stale` when the token was rotated meanwhile.
    pub async fn rotate(&self, session: &Stored<SessionRecord>, now: Timestamp) -> Result<(), StoreError> {
        let mut tx = Tx::new(now);
        tx.update(session)?;
        tx.commit(self.0).await
    }

    /// Ends a session and closes its connections; one that is gone already is fine.
    pub async fn end(
        &self,
        user: UserId,
        session: SessionId,
        activity: Option<&ActivityRecord>,
        mail: Option<EmailJob>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let mut tx = Tx::new(now);
        tx.delete("session", keys::session(user, session))?;
        tx.job(LiveJob::SessionEnded {
            user_id: user,
            session_id: session,
        })?;
        if let Some(activity) = activity {
            tx.create(activity)?;
        }
        if let Some(mail) = mail {
            tx.job(mail)?;
        }
        tx.commit(self.0).await
    }
}

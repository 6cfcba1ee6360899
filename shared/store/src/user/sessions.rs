//! Sessions: families of rotating refresh tokens.

use crate::cursor::readable;
use crate::guard::Always;
use crate::profile::ActivityRecord;
use crate::record::{Stored, read};
use crate::table::{Query, Sort, text};
use crate::tx::Tx;
use crate::user::{SessionRecord, SessionsMark, UserRecord};
use crate::{Store, StoreError, keys};
use proconnect_domain::{SessionId, Timestamp, UserId};
use proconnect_events::{Actor, Fact};

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

    /// A person's sessions that are still honoured, oldest first.
    pub async fn of(&self, user: UserId) -> Result<Vec<SessionRecord>, StoreError> {
        let query = Query {
            sort: Sort::Prefix(keys::SESSION),
            ..Query::partition(keys::user(user).pk)
        };
        let mut items = self.0.query(query).await?.items;
        let mark = keys::sessions_from(user).sk;
        let place = items.iter().position(|item| text(item, "sk") == mark);
        let mark = place
            .map(|at| read::<SessionsMark>(items.remove(at)))
            .transpose()?;
        let from = mark.map(|mark| mark.sessions_from);
        Ok(readable(items, read::<SessionRecord>)
            .into_iter()
            .filter(|session| session.honoured_from == from)
            .collect())
    }

    /// Opens a session. `Stale` when the person changed since they were read: perhaps the password that they just showed
    /// is theirs no more.
    pub async fn open(
        &self,
        user: &Stored<UserRecord>,
        session: &SessionRecord,
        activity: &ActivityRecord,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let mut tx = Tx::new(self.0, now);
        tx.unmoved(user)?;
        tx.create(session)?;
        tx.create(activity)?;
        tx.commit(self.0).await
    }

    /// Writes a rotated session over the one that was read. `Stale` when the token was rotated meanwhile,
    /// `Account` when the person's account is not in use any more.
    pub async fn rotate(&self, session: &Stored<SessionRecord>, now: Timestamp) -> Result<(), StoreError> {
        let mut tx = Tx::by(Actor::User(session.user_id), now);
        tx.update(session)?;
        tx.commit(self.0).await
    }

    /// Ends a session, perhaps because of a fact that is told along; its connections are closed. One that is gone already is
    /// fine.
    pub async fn end(
        &self,
        user: UserId,
        session: SessionId,
        activity: Option<&ActivityRecord>,
        why: Option<Fact>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let mut tx = Tx::always(Always::EndSession, now);
        tx.delete("session", keys::session(user, session))?;
        tx.tell(Fact::SessionEnded {
            user_id: user,
            session_id: session,
        });
        why.into_iter().for_each(|fact| tx.tell(fact));
        if let Some(activity) = activity {
            tx.create(activity)?;
        }
        tx.commit(self.0).await
    }
}

//! Sessions: families of rotating refresh tokens.

use crate::cursor::readable;
use crate::guard::Always;
use crate::items::text;
use crate::profile::ActivityRecord;
use crate::rates::forget_tries;
use crate::record::{Stored, read};
use crate::table::{Query, Sort};
use crate::tx::Tx;
use crate::user::{SessionRecord, SessionsMark, UserRecord};
use crate::{Bucket, Store, StoreError, keys};
use proconnect_auth::ActingSession;
use proconnect_domain::{SessionId, Timestamp, UserId};
use proconnect_events::{Actor, Fact};

/// Sessions.
pub struct Sessions<'a>(&'a Store);

/// A person and two of their sessions, each as far as it is there.
pub struct Both {
    /// Who.
    pub user: Option<Stored<UserRecord>>,
    /// The session by which they act.
    pub own: Option<Stored<SessionRecord>>,
    /// The one that they name.
    pub other: Option<Stored<SessionRecord>>,
}

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
        let (user, session) = self.seen(user, session).await?;
        Ok(user.zip(session))
    }

    /// The same, each as far as it is there.
    pub async fn seen(
        &self,
        user: UserId,
        session: SessionId,
    ) -> Result<(Option<Stored<UserRecord>>, Option<Stored<SessionRecord>>), StoreError> {
        let wanted = [keys::user(user), keys::session(user, session)];
        let mut found = self.0.get_many(&wanted).await?.into_iter();
        let user = found.next().flatten().map(Stored::read).transpose()?;
        let session = found.next().flatten().map(Stored::read).transpose()?;
        Ok((user, session))
    }

    /// A person, the session by which they act, and another of theirs, in one call. The two may be the same.
    pub async fn with_another(
        &self,
        user: UserId,
        own: SessionId,
        other: SessionId,
    ) -> Result<Both, StoreError> {
        let mut wanted = vec![keys::user(user), keys::session(user, own)];
        if own != other {
            wanted.push(keys::session(user, other));
        }
        let mut found = self.0.get_many(&wanted).await?.into_iter();
        let user = found.next().flatten().map(Stored::read).transpose()?;
        let own: Option<Stored<SessionRecord>> = found.next().flatten().map(Stored::read).transpose()?;
        let other = match wanted.len() {
            2 => own.clone(),
            _ => found.next().flatten().map(Stored::read).transpose()?,
        };
        Ok(Both { user, own, other })
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

    /// Opens a session, and forgets the tries that led to it. `Stale` when the person changed since they were read: perhaps the password that they just showed
    /// is theirs no more.
    pub async fn open(
        &self,
        user: &Stored<UserRecord>,
        session: &SessionRecord,
        activity: &ActivityRecord,
        tries: &[Bucket],
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let mut tx = Tx::new(self.0, now);
        forget_tries(&mut tx, tries)?;
        tx.unmoved(user)?;
        tx.create(session)?;
        tx.create(activity)?;
        tx.commit(self.0).await
    }

    /// Writes a rotated session over the one that was read. `Stale` when the token was rotated meanwhile,
    /// `Account` when the person's account is not in use any more, `SessionEnded` when their sessions were ended together.
    pub async fn rotate(&self, session: &Stored<SessionRecord>, now: Timestamp) -> Result<(), StoreError> {
        let by = ActingSession {
            id: session.id,
            honoured_from: session.honoured_from,
        };
        let mut tx = Tx::by(Actor::User(session.user_id), Some(by), now);
        tx.update(session)?;
        tx.commit(self.0).await
    }

    /// Writes that the person has shown again who they are, over the session that was read. `Stale` when it was rotated
    /// meanwhile.
    pub async fn confirm(&self, session: &Stored<SessionRecord>, now: Timestamp) -> Result<(), StoreError> {
        let mut tx = Tx::new(self.0, now);
        tx.update(session)?;
        tx.commit(self.0).await
    }

    /// The same with the account, which has used up a code; perhaps with a line of its activity.
    pub async fn confirm_with(
        &self,
        session: &Stored<SessionRecord>,
        user: &Stored<UserRecord>,
        activity: Option<&ActivityRecord>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let mut tx = Tx::new(self.0, now);
        tx.update(session)?;
        tx.update(user)?;
        if let Some(activity) = activity {
            tx.create(activity)?;
        }
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

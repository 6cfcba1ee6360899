//! Open WebSocket connections: whose they are, and which somebody has.

use crate::connection::{ConnectionOwner, ConnectionRecord, UsedTicket};
use crate::presence::PresenceRecord;
use crate::record::{Stored, read};
use crate::table::{Query, Sort};
use crate::tx::Tx;
use crate::user::UserRecord;
use crate::{Store, StoreError, keys};
use futures_util::future::join_all;
use proconnect_domain::{TicketId, Timestamp, UserId};
use std::time::Duration;

/// A used ticket is remembered until long after it would have expired.
const TICKET_MEMORY: Duration = Duration::from_secs(3600);

/// More open windows than anybody has. What is beyond is told nothing, and finds out when it asks.
const MOST: u32 = 50;

/// Open connections.
pub struct Connections<'a>(&'a Store);

impl Store {
    /// Open connections.
    pub fn connections(&self) -> Connections<'_> {
        Connections(self)
    }
}

impl Connections<'_> {
    /// Notes a connection, and that its person is there. `Condition("ticket")` when its ticket was used before;
    /// `Condition("session")` or `Stale` when the session was ended since it was read, so that none is opened concurrently with its
    /// end; `Stale` as well when another of their windows was heard of since `before` was read.
    pub async fn open(
        &self,
        connection: &ConnectionRecord,
        ticket: TicketId,
        user: &Stored<UserRecord>,
        (before, presence): (Option<&Stored<PresenceRecord>>, &PresenceRecord),
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let mut tx = Tx::new(self.0, now);
        tx.create(&UsedTicket {
            id: ticket,
            expires_at: now.plus(TICKET_MEMORY),
        })?;
        tx.unmoved(user)?;
        tx.exists(
            "session",
            keys::session(connection.user_id, connection.session_id),
        )?;
        tx.create(connection)?;
        tx.create(&ConnectionOwner {
            id: connection.id.clone(),
            user_id: connection.user_id,
            expires_at: connection.expires_at(),
        })?;
        tx.upsert(before, presence)?;
        tx.commit(self.0).await
    }

    /// Somebody's connections, strongly consistent.
    pub async fn of(&self, user: UserId) -> Result<Vec<ConnectionRecord>, StoreError> {
        let query = Query {
            sort: Sort::Prefix(keys::CONNECTION),
            limit: MOST,
            ..Query::partition(keys::user(user).pk)
        };
        Ok(self.0.records(query).await?.items)
    }

    /// The connections of several people, of all at once: one round trip.
    pub async fn of_all(&self, people: &[UserId]) -> Result<Vec<ConnectionRecord>, StoreError> {
        let one = self.0.metered();
        let connections = one.connections();
        let found = join_all(people.iter().map(|person| connections.of(*person))).await;
        self.0.meter.at_once(one.meter.reading());
        let found = found.into_iter().collect::<Result<Vec<_>, _>>()?;
        Ok(found.into_iter().flatten().collect())
    }

    /// Whose a connection is, if it is still known.
    pub async fn owner(&self, id: &str) -> Result<Option<UserId>, StoreError> {
        let found = self.0.get_many(&[keys::connection_owner(id)]).await?;
        let owner = found.into_iter().flatten().next().map(read::<ConnectionOwner>);
        Ok(owner.transpose()?.map(|owner| owner.user_id))
    }

    /// Sends nothing more to a connection that is being closed; idempotent. Whose it was stays known, for the event that says that it
    /// is closed.
    pub async fn leave(&self, user: UserId, id: &str, now: Timestamp) -> Result<(), StoreError> {
        let mut tx = Tx::new(self.0, now);
        tx.delete("connection", keys::connection(user, id))?;
        tx.commit(self.0).await
    }

    /// Forgets a connection that is gone; idempotent.
    pub async fn forget(&self, user: UserId, id: &str, now: Timestamp) -> Result<(), StoreError> {
        self.close(user, id, None, now).await
    }

    /// Forgets a connection, and notes what has become of its person's windows. `Stale` when another of them was heard of since it was
    /// read.
    pub async fn close(
        &self,
        user: UserId,
        id: &str,
        presence: Option<&Stored<PresenceRecord>>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let mut tx = Tx::new(self.0, now);
        tx.delete("connection", keys::connection(user, id))?;
        tx.delete("connection", keys::connection_owner(id))?;
        if let Some(presence) = presence {
            tx.update(presence)?;
        }
        tx.commit(self.0).await
    }
}

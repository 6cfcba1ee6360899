//! Open WebSocket connections: whose they are, and which somebody has.

use crate::connection::ConnectionRecord;
use crate::record::Stored;
use crate::table::{Item, Query, Sort, text};
use crate::tx::{Tx, key_item};
use crate::user::UserRecord;
use crate::{Store, StoreError, keys};
use aws_sdk_dynamodb::types::AttributeValue;
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
    /// Notes a connection. `Condition("ticket")` when its ticket was used before; `Condition("session")` or `Stale` when
    /// the session was ended since it was read, so that none is opened behind the back of whoever ends it.
    pub async fn open(
        &self,
        connection: &ConnectionRecord,
        ticket: TicketId,
        user: &Stored<UserRecord>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let mut tx = Tx::new(self.0, now);
        tx.create_item(
            "ticket",
            expiring(key_item(keys::ticket(ticket)), now.plus(TICKET_MEMORY)),
        )?;
        tx.unmoved(user)?;
        tx.exists(
            "session",
            keys::session(connection.user_id, connection.session_id),
        )?;
        tx.create(connection)?;
        tx.create_item("connection", owner_item(connection))?;
        tx.commit(self.0).await
    }

    /// Somebody's connections, strongly consistent.
    pub async fn of(&self, user: UserId) -> Result<Vec<ConnectionRecord>, StoreError> {
        let query = Query {
            sort: Sort::Prefix(keys::CONNECTION),
            limit: MOST,
            ..Query::partition(keys::user(user).pk)
        };
        let page = self.0.query(query).await?;
        let read = page.items.into_iter().map(serde_dynamo::from_item);
        Ok(read.collect::<Result<_, _>>()?)
    }

    /// Whose a connection is, if it is still known.
    pub async fn owner(&self, id: &str) -> Result<Option<UserId>, StoreError> {
        let found = self.0.get_many(&[keys::connection_owner(id)]).await?;
        let item = found.into_iter().next().flatten();
        Ok(item.and_then(|item| text(&item, "userId").parse().ok()))
    }

    /// Forgets a connection that is closed; again is fine.
    pub async fn forget(&self, user: UserId, id: &str, now: Timestamp) -> Result<(), StoreError> {
        let mut tx = Tx::new(self.0, now);
        tx.delete("connection", keys::connection(user, id))?;
        tx.delete("connection", keys::connection_owner(id))?;
        tx.commit(self.0).await
    }
}

fn owner_item(connection: &ConnectionRecord) -> Item {
    let mut item = key_item(keys::connection_owner(&connection.id));
    item.insert(
        "userId".to_owned(),
        AttributeValue::S(connection.user_id.to_string()),
    );
    expiring(item, connection.expires_at())
}

fn expiring(mut item: Item, at: Timestamp) -> Item {
    item.insert(
        "ttl".to_owned(),
        AttributeValue::N((at.as_millis() / 1000).to_string()),
    );
    item
}

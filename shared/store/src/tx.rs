//! One `TransactWriteItems`: the change, its guards, and what follows from it, all or nothing.

mod commit;

use crate::guard::{Always, Clause, Guard};
use crate::items::{key_item, value};
use crate::keys::Key;
use crate::payment::Chain;
use crate::record::{Record, Stored, item_of};
use crate::transitions::{State, untold};
use crate::{Remember, Store, StoreError, fresh_id, outbox};
use aws_sdk_dynamodb::types::builders::ConditionCheckBuilder;
use aws_sdk_dynamodb::types::{AttributeValue, ConditionCheck, Delete, Put, TransactWriteItem, Update};
use proconnect_auth::{ActingSession, Caller};
use proconnect_domain::{Timestamp, UserStatus};
use proconnect_events::{Actor, Fact};
use proconnect_messaging::{Command, Order, OutboxRecord};

/// A transaction in the making.
pub(crate) struct Tx {
    now: Timestamp,
    guard: Guard,
    writes: Vec<(&'static str, Kind, TransactWriteItem)>,
    facts: Vec<Fact>,
    orders: Vec<Order>,
    /// The chain that the journals of this transaction go on.
    pub(crate) chain: Option<Chain>,
}

/// What a failed condition means.
#[derive(Clone, Copy)]
pub(crate) enum Kind {
    /// It is the caller's business: `StoreError::Condition`.
    Guard,
    /// The record moved between read and write: `StoreError::Stale`.
    Version,
    /// The account behind the call is not in use: `StoreError::Account`.
    Account,
    /// The session by which somebody acts has ended: `StoreError::SessionEnded`.
    Session,
}

/// An update in place, for counters and for records that were not read.
pub(crate) struct Change {
    pub(crate) key: Key,
    pub(crate) update: &'static str,
    /// Empty when it goes through in any case.
    pub(crate) condition: &'static str,
    pub(crate) names: &'static [(&'static str, &'static str)],
    pub(crate) values: Vec<(&'static str, AttributeValue)>,
}

impl Tx {
    /// What whoever acts writes. A person's goes through only while their account is in use and the session by which they
    /// act stands, since an access token outlives both by minutes: `StoreError::Account` or `SessionEnded` otherwise.
    pub(crate) fn new(store: &Store, now: Timestamp) -> Self {
        Self::by(store.actor, store.session, now)
    }

    /// The same for somebody who is found out by other means than an access token.
    pub(crate) fn by(actor: Actor, session: Option<ActingSession>, now: Timestamp) -> Self {
        Self {
            now,
            guard: Guard::of(actor, session),
            writes: Vec::new(),
            facts: Vec::new(),
            orders: Vec::new(),
            chain: None,
        }
    }

    /// An admin's, which goes through only while their account is in use and an admin's, and their session stands.
    pub(crate) fn by_admin(admin: &Caller, now: Timestamp) -> Self {
        Self {
            guard: Guard::of_admin(admin),
            ..Self::by(Actor::User(admin.user_id), None, now)
        }
    }

    /// What a person may write whatever became of their account.
    pub(crate) fn always(_: Always, now: Timestamp) -> Self {
        Self::by(Actor::Platform, None, now)
    }

    /// Writes a record that must not exist yet.
    pub(crate) fn create<T: Record>(&mut self, record: &T) -> Result<(), StoreError> {
        let put = Put::builder()
            .set_item(Some(item_of(record, 1)?))
            .condition_expression("attribute_not_exists(pk)");
        self.push_put(T::TYPE, Kind::Guard, put)
    }

    /// Writes a record, whatever is there.
    pub(crate) fn put<T: Record>(&mut self, record: &T) -> Result<(), StoreError> {
        let put = Put::builder().set_item(Some(item_of(record, 1)?));
        self.push_put(T::TYPE, Kind::Guard, put)
    }

    /// Writes a record over the one that was read, if neither version nor state has moved since. It must be in the state
    /// in which it was read: a step is written with [`Tx::transition`].
    pub(crate) fn update<T: Record>(&mut self, stored: &Stored<T>) -> Result<(), StoreError> {
        self.transition(stored, [])
    }

    /// Writes a record over the one that was read, together with the facts that this makes true. Every step that the
    /// record has taken must be told by one of those of the transaction so far; others may be among them.
    pub(crate) fn transition<T: Record>(
        &mut self,
        stored: &Stored<T>,
        facts: impl IntoIterator<Item = Fact>,
    ) -> Result<(), StoreError> {
        self.facts.extend(facts);
        if let Some(state) = stored.steps().find(|state| untold(*state, &self.facts)) {
            return Err(StoreError::Untold(format!("{state:?}")));
        }
        self.overwrite(stored)
    }

    fn overwrite<T: Record>(&mut self, stored: &Stored<T>) -> Result<(), StoreError> {
        let mut condition = "version = :version".to_owned();
        let mut put = Put::builder()
            .set_item(Some(item_of(&**stored, stored.read_version + 1)?))
            .expression_attribute_values(":version", AttributeValue::N(stored.read_version.to_string()));
        if let Some(status) = &stored.read_status {
            condition.push_str(" AND #status = :status");
            put = put
                .expression_attribute_names("#status", "status")
                .expression_attribute_values(":status", AttributeValue::S(status.clone()));
        }
        let own = self
            .guard
            .own_record(&stored.key(), stored.read_status.as_deref())?;
        if let Some(Clause { text, values, .. }) = own {
            condition.push_str(" AND ");
            condition.push_str(text);
            for (name, value) in values {
                put = put.expression_attribute_values(name, value);
            }
        }
        let put = put
            .condition_expression(condition)
            .return_values_on_condition_check_failure(self.guard.shows(&stored.key()));
        self.push_put(T::TYPE, Kind::Version, put)
    }

    /// Writes a counter-like record that was read, or makes it.
    pub(crate) fn upsert<T: Record>(
        &mut self,
        stored: Option<&Stored<T>>,
        record: &T,
    ) -> Result<(), StoreError> {
        let (version, condition) = match stored {
            Some(stored) => (stored.read_version, "version = :version"),
            None => (0, "attribute_not_exists(pk)"),
        };
        let mut put = Put::builder()
            .set_item(Some(item_of(record, version + 1)?))
            .condition_expression(condition);
        if stored.is_some() {
            put = put.expression_attribute_values(":version", AttributeValue::N(version.to_string()));
        }
        self.push_put(T::TYPE, Kind::Version, put)
    }

    /// Takes back what this transaction was to write of a kind: something later in it says more.
    pub(crate) fn take_back<T: Record>(&mut self) {
        self.writes.retain(|(label, _, _)| *label != T::TYPE);
    }

    /// Writes nothing, but lets the transaction through only if a record that was read has not moved since.
    pub(crate) fn unmoved<T: Record>(&mut self, stored: &Stored<T>) -> Result<(), StoreError> {
        let mut check = ConditionCheck::builder()
            .expression_attribute_values(":version", AttributeValue::N(stored.read_version.to_string()));
        let mut condition = "version = :version".to_owned();
        let own = self
            .guard
            .own_record(&stored.key(), stored.read_status.as_deref())?;
        if let Some(Clause { text, values, .. }) = own {
            condition.push_str(" AND ");
            condition.push_str(text);
            for (name, value) in values {
                check = check.expression_attribute_values(name, value);
            }
        }
        let check = check.condition_expression(condition);
        self.check(T::TYPE, Kind::Version, stored.key(), check)
    }

    /// Writes nothing, but lets the transaction through only if the item is there.
    pub(crate) fn exists(&mut self, label: &'static str, key: Key) -> Result<(), StoreError> {
        let check = ConditionCheck::builder().condition_expression("attribute_exists(pk)");
        self.check(label, Kind::Guard, key, check)
    }

    /// Writes nothing, but lets the transaction through only if somebody else's account is in use.
    pub(crate) fn in_use(&mut self, label: &'static str, key: Key) -> Result<(), StoreError> {
        let check = ConditionCheck::builder()
            .condition_expression("#status = :active")
            .expression_attribute_names("#status", "status")
            .expression_attribute_values(":active", value(&UserStatus::Active)?);
        self.check(label, Kind::Guard, key, check)
    }

    /// Writes nothing, but lets the transaction through only if somebody has not left, whatever else became of their account.
    pub(crate) fn present(&mut self, label: &'static str, key: Key) -> Result<(), StoreError> {
        let check = ConditionCheck::builder()
            .condition_expression("attribute_exists(pk) AND #status <> :deleted")
            .expression_attribute_names("#status", "status")
            .expression_attribute_values(":deleted", value(&UserStatus::Deleted)?);
        self.check(label, Kind::Guard, key, check)
    }

    /// Writes nothing, but lets the transaction through only if there is no such item.
    pub(crate) fn absent(&mut self, label: &'static str, key: Key) -> Result<(), StoreError> {
        let check = ConditionCheck::builder().condition_expression("attribute_not_exists(pk)");
        self.check(label, Kind::Guard, key, check)
    }

    fn check(
        &mut self,
        label: &'static str,
        kind: Kind,
        key: Key,
        check: ConditionCheckBuilder,
    ) -> Result<(), StoreError> {
        let check = check
            .table_name("")
            .return_values_on_condition_check_failure(self.guard.shows(&key))
            .set_key(Some(key_item(key)))
            .build();
        let write = TransactWriteItem::builder().condition_check(check.map_err(other)?);
        self.writes.push((label, kind, write.build()));
        Ok(())
    }

    /// Changes an item in place, and with it its state. A fact of the transaction so far must tell of that.
    pub(crate) fn change_state(
        &mut self,
        label: &'static str,
        change: Change,
        to: State,
    ) -> Result<(), StoreError> {
        if untold(to, &self.facts) {
            return Err(StoreError::Untold(format!("{to:?}")));
        }
        self.change_in_place(label, change)
    }

    /// Changes an item in place. Counts as a new version. A state is changed by [`Tx::change_state`] alone.
    pub(crate) fn change(&mut self, label: &'static str, change: Change) -> Result<(), StoreError> {
        if State::LABELS.contains(&label) && change.update.contains("#status =") {
            return Err(StoreError::Untold(label.to_owned()));
        }
        self.change_in_place(label, change)
    }

    fn change_in_place(&mut self, label: &'static str, change: Change) -> Result<(), StoreError> {
        let mut update = Update::builder()
            .table_name("")
            .return_values_on_condition_check_failure(self.guard.shows(&change.key))
            .update_expression(change.update);
        let mut condition = change.condition.to_owned();
        for clause in self.guard.own_change(&change.key)? {
            let joined = if condition.is_empty() { "" } else { " AND " };
            condition.push_str(joined);
            condition.push_str(clause.text);
            for (name, attribute) in clause.names {
                update = update.expression_attribute_names(name, attribute);
            }
            for (name, value) in clause.values {
                update = update.expression_attribute_values(name, value);
            }
        }
        if !condition.is_empty() {
            update = update.condition_expression(condition);
        }
        update = update.set_key(Some(key_item(change.key)));
        for (name, attribute) in change.names {
            update = update.expression_attribute_names(*name, *attribute);
        }
        for (name, value) in change.values {
            update = update.expression_attribute_values(name, value);
        }
        let update = update.build().map_err(other)?;
        self.writes.push((
            label,
            Kind::Guard,
            TransactWriteItem::builder().update(update).build(),
        ));
        Ok(())
    }

    /// Deletes an item, if it is there.
    pub(crate) fn delete(&mut self, label: &'static str, key: Key) -> Result<(), StoreError> {
        let delete = Delete::builder()
            .table_name("")
            .set_key(Some(key_item(key)))
            .build()
            .map_err(other)?;
        self.writes.push((
            label,
            Kind::Guard,
            TransactWriteItem::builder().delete(delete).build(),
        ));
        Ok(())
    }

    /// Deletes a record that was read, if it has not moved since.
    pub(crate) fn delete_unmoved<T: Record>(&mut self, stored: &Stored<T>) -> Result<(), StoreError> {
        let delete = Delete::builder()
            .table_name("")
            .condition_expression("version = :version")
            .expression_attribute_values(":version", AttributeValue::N(stored.read_version.to_string()))
            .set_key(Some(key_item(stored.key())))
            .build()
            .map_err(other)?;
        let write = TransactWriteItem::builder().delete(delete).build();
        self.writes.push((T::TYPE, Kind::Version, write));
        Ok(())
    }

    /// Tells of something that this transaction makes true.
    pub(crate) fn tell(&mut self, fact: Fact) {
        self.facts.push(fact);
    }

    /// Gives a command: it is done if, and only if, this transaction is.
    pub(crate) fn order(&mut self, command: &impl Command) -> Result<(), StoreError> {
        self.orders.push(Order::new(command).map_err(StoreError::json)?);
        Ok(())
    }

    /// Facts and commands become one record of the outbox, unless nobody wants to hear of them.
    fn leave_record(&mut self, store: &Store) -> Result<(), StoreError> {
        let (facts, orders) = (std::mem::take(&mut self.facts), std::mem::take(&mut self.orders));
        let origin = (store.cause.clone(), store.actor);
        match OutboxRecord::new(fresh_id(self.now)?, self.now, origin, facts, orders) {
            Some(record) => self.create(&outbox::Left(record)),
            None => Ok(()),
        }
    }

    /// Keeps the answer for the same call made again.
    pub(crate) fn remember(&mut self, remember: Option<Remember>) -> Result<(), StoreError> {
        match remember {
            Some(remember) => self.create(&remember.record(self.now)),
            None => Ok(()),
        }
    }

    fn push_put(
        &mut self,
        label: &'static str,
        kind: Kind,
        put: aws_sdk_dynamodb::types::builders::PutBuilder,
    ) -> Result<(), StoreError> {
        // The table's name is set when the transaction is sent.
        let put = put.table_name("").build().map_err(other)?;
        self.writes
            .push((label, kind, TransactWriteItem::builder().put(put).build()));
        Ok(())
    }
}

fn other(error: aws_sdk_dynamodb::error::BuildError) -> StoreError {
    StoreError::Other(error.to_string())
}

//! The table's client and the few calls that repositories make.

use crate::cursor::Bounds;
use crate::items::{Item, text};
use crate::keys::Key;
use crate::record::{Card, Record, Stored, read, read_card};
use crate::retry::Retry;
use crate::{Listed, Meter, StoreError, cursor, keys};
use aws_sdk_dynamodb::Client;
use aws_sdk_dynamodb::types::builders::KeysAndAttributesBuilder;
use aws_sdk_dynamodb::types::{AttributeValue, KeysAndAttributes, ReturnConsumedCapacity};
use proconnect_auth::ActingSession;
use proconnect_events::{Actor, Cause};
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

/// A start waits this long at most for the table.
const WARM_UP: Duration = Duration::from_secs(1);

/// The table, and on whose behalf it is written. Cheap to clone; clones share their meter.
#[derive(Clone)]
pub struct Store {
    pub(crate) client: Client,
    pub(crate) table: Arc<str>,
    pub(crate) meter: Arc<Meter>,
    /// Who acts.
    pub(crate) actor: Actor,
    /// By which session, where somebody is signed in.
    pub(crate) session: Option<ActingSession>,
    /// What everything that is written follows from.
    pub(crate) cause: Cause,
}

/// One page of one partition.
pub(crate) struct Query<'a> {
    pub(crate) index: Option<&'static str>,
    pub(crate) partition: String,
    /// Condition on the sort key, as `begins_with` or range.
    pub(crate) sort: Sort<'a>,
    pub(crate) newest_first: bool,
    pub(crate) limit: u32,
    pub(crate) cursor: Option<&'a str>,
    pub(crate) filter: Option<Filter>,
}

pub(crate) enum Sort<'a> {
    All,
    Prefix(&'a str),
    AtMost(String),
    /// From one key to another, both included.
    Between(String, String),
    /// What the list goes on with after this key.
    Beyond(String),
}

#[derive(Clone)]
pub(crate) struct Filter {
    pub(crate) expression: String,
    pub(crate) names: HashMap<String, String>,
    pub(crate) values: Item,
}

impl Query<'_> {
    pub(crate) fn partition(partition: String) -> Self {
        Query {
            index: None,
            partition,
            sort: Sort::All,
            newest_first: false,
            limit: 1000,
            cursor: None,
            filter: None,
        }
    }
}

impl Store {
    /// A table through a client that was built once; the platform itself acts.
    pub fn new(client: Client, table: impl Into<Arc<str>>) -> Self {
        Self {
            client,
            table: table.into(),
            meter: Arc::default(),
            actor: Actor::Platform,
            session: None,
            cause: Cause::new("unknown"),
        }
    }

    /// The same table with a meter of its own, for one request.
    pub fn metered(&self) -> Self {
        Self {
            meter: Arc::default(),
            ..self.clone()
        }
    }

    /// The same table and meter for what somebody else does: everything that a person writes through it goes through only
    /// while their account is in use.
    pub fn acting(&self, actor: Actor) -> Self {
        Self {
            actor,
            ..self.clone()
        }
    }

    /// The same for whoever acts by a session: what they write goes through only while it stands.
    pub fn by_session(&self, session: Option<ActingSession>) -> Self {
        Self {
            session,
            ..self.clone()
        }
    }

    /// The same table for what follows from something: what is written tells it on.
    pub fn caused_by(&self, cause: Cause) -> Self {
        Self {
            cause,
            ..self.clone()
        }
    }

    /// What this handle's calls have cost so far.
    pub fn meter(&self) -> &Meter {
        &self.meter
    }

    /// Reads one item, strongly consistent.
    pub(crate) async fn get<T: Record>(&self, key: Key) -> Result<Option<Stored<T>>, StoreError> {
        let output = self
            .client
            .get_item()
            .table_name(&*self.table)
            .consistent_read(true)
            .key("pk", AttributeValue::S(key.pk))
            .key("sk", AttributeValue::S(key.sk))
            .return_consumed_capacity(ReturnConsumedCapacity::Total)
            .send()
            .await
            .map_err(StoreError::from_sdk)?;
        self.meter.count(false, output.consumed_capacity());
        output.item.map(Stored::read).transpose()
    }

    /// Opens the connection to the table and goes once through everything that a call needs, so that the first one does
    /// not pay for it. Reads an item that is never there; a refusal (a function without the right to read items) does as
    /// well, and a table that does not answer is found out by the first call.
    pub async fn warm(&self) {
        let key = keys::nothing();
        let call = self
            .client
            .get_item()
            .table_name(&*self.table)
            .key("pk", AttributeValue::S(key.pk))
            .key("sk", AttributeValue::S(key.sk));
        let _ = tokio::time::timeout(WARM_UP, call.send()).await;
    }

    /// Reads several items in one call, strongly consistent; in the order of the keys.
    pub(crate) async fn get_many(&self, wanted: &[Key]) -> Result<Vec<Option<Item>>, StoreError> {
        let whole = KeysAndAttributes::builder().consistent_read(true);
        self.get_batch(wanted, whole).await
    }

    /// Reads several items in one call, eventually consistent: at half the price. Leaves out what is not there.
    pub(crate) async fn get_soon(&self, wanted: &[Key]) -> Result<Vec<Item>, StoreError> {
        let found = self.get_batch(wanted, KeysAndAttributes::builder()).await?;
        Ok(found.into_iter().flatten().collect())
    }

    /// Reads a few attributes of several items in one call, eventually consistent: at half the price. Leaves out what is not
    /// there.
    pub(crate) async fn get_shown(
        &self,
        wanted: &[Key],
        shown: &str,
        names: &[(&str, &str)],
    ) -> Result<Vec<Item>, StoreError> {
        let named = |(name, attribute): &(&str, &str)| ((*name).to_owned(), (*attribute).to_owned());
        let part = KeysAndAttributes::builder()
            .projection_expression(shown)
            .set_expression_attribute_names(Some(names.iter().map(named).collect()));
        Ok(self
            .get_batch(wanted, part)
            .await?
            .into_iter()
            .flatten()
            .collect())
    }

    async fn get_batch(
        &self,
        wanted: &[Key],
        how: KeysAndAttributesBuilder,
    ) -> Result<Vec<Option<Item>>, StoreError> {
        let key_of = |key: &Key| {
            HashMap::from([
                ("pk".to_owned(), AttributeValue::S(key.pk.clone())),
                ("sk".to_owned(), AttributeValue::S(key.sk.clone())),
            ])
        };
        let mut found: HashMap<(String, String), Item> = HashMap::new();
        let mut keys: Vec<Item> = wanted.iter().map(key_of).collect();
        let mut retry = Retry::call();
        while !keys.is_empty() {
            let request = how.clone().set_keys(Some(keys)).build();
            let output = self
                .client
                .batch_get_item()
                .request_items(
                    &*self.table,
                    request.map_err(|error| StoreError::Other(error.to_string()))?,
                )
                .return_consumed_capacity(ReturnConsumedCapacity::Total)
                .send()
                .await
                .map_err(StoreError::from_sdk)?;
            self.meter.count(false, output.consumed_capacity());
            let table: &str = &self.table;
            for item in output
                .responses
                .unwrap_or_default()
                .remove(table)
                .unwrap_or_default()
            {
                found.insert((text(&item, "pk"), text(&item, "sk")), item);
            }
            // Throttled keys come back unprocessed.
            keys = output
                .unprocessed_keys
                .unwrap_or_default()
                .remove(table)
                .map(|rest| rest.keys)
                .unwrap_or_default();
            if !keys.is_empty() {
                retry.again().await?;
            }
        }
        Ok(wanted
            .iter()
            .map(|key| found.remove(&(key.pk.clone(), key.sk.clone())))
            .collect())
    }

    /// Reads one page of a partition in one call.
    pub(crate) async fn query(&self, query: Query<'_>) -> Result<Listed<Item>, StoreError> {
        let (pk, sk) = match query.index {
            None => ("pk".to_owned(), "sk".to_owned()),
            Some(index) => (format!("{index}pk"), format!("{index}sk")),
        };
        let list = format!("{}{}", query.index.unwrap_or_default(), query.partition);
        let prefix = match query.sort {
            Sort::Prefix(prefix) => prefix,
            _ => "",
        };
        let bounds = Bounds::of(query.index, &query.partition, prefix);
        let start = cursor::decode(&list, query.cursor, &bounds)?;
        let mut request = self
            .client
            .query()
            .table_name(&*self.table)
            .set_index_name(query.index.map(str::to_owned))
            .consistent_read(query.index.is_none())
            .scan_index_forward(!query.newest_first)
            .limit(i32::try_from(query.limit).unwrap_or(i32::MAX))
            .set_exclusive_start_key(start)
            .expression_attribute_names("#pk", pk)
            .expression_attribute_values(":pk", AttributeValue::S(query.partition))
            .return_consumed_capacity(ReturnConsumedCapacity::Total);
        let condition = match query.sort {
            Sort::All => "#pk = :pk",
            Sort::Prefix(prefix) => {
                request = request.expression_attribute_values(":sk", AttributeValue::S(prefix.to_owned()));
                "#pk = :pk AND begins_with(#sk, :sk)"
            }
            Sort::Beyond(last) => {
                request = request.expression_attribute_values(":sk", AttributeValue::S(last));
                match query.newest_first {
                    true => "#pk = :pk AND #sk < :sk",
                    false => "#pk = :pk AND #sk > :sk",
                }
            }
            Sort::Between(first, last) => {
                request = request
                    .expression_attribute_values(":sk", AttributeValue::S(first))
                    .expression_attribute_values(":last", AttributeValue::S(last));
                "#pk = :pk AND #sk BETWEEN :sk AND :last"
            }
            Sort::AtMost(last) => {
                request = request.expression_attribute_values(":sk", AttributeValue::S(last));
                "#pk = :pk AND #sk <= :sk"
            }
        };
        if condition.contains("#sk") {
            request = request.expression_attribute_names("#sk", sk);
        }
        request = request.key_condition_expression(condition);
        if let Some(filter) = query.filter {
            request = request.filter_expression(filter.expression);
            for (name, value) in filter.names {
                request = request.expression_attribute_names(name, value);
            }
            for (name, value) in filter.values {
                request = request.expression_attribute_values(name, value);
            }
        }
        let output = request.send().await.map_err(StoreError::from_sdk)?;
        self.meter.count(false, output.consumed_capacity());
        let next_cursor = cursor::encode(&list, output.last_evaluated_key());
        Ok(Listed {
            items: output.items.unwrap_or_default(),
            next_cursor,
            left_out: 0,
        })
    }

    /// Reads one page of an index and returns the cards.
    pub(crate) async fn cards<C: Card>(&self, query: Query<'_>) -> Result<Listed<C>, StoreError> {
        Ok(self.query(query).await?.readable(read_card))
    }

    /// Reads one page of the table and returns the records.
    pub(crate) async fn records<T: Record>(&self, query: Query<'_>) -> Result<Listed<T>, StoreError> {
        Ok(self.query(query).await?.readable(read))
    }
}

//! Payment history, Stripe's events, and what a funding needs to know.

use crate::contract::ContractRecord;
use crate::payment::{InvoiceCounter, PaymentRecord};
use crate::record::Stored;
use crate::table::{Query, Sort};
use crate::tx::{Tx, key_item};
use crate::{Listed, Store, StoreError, keys};
use aws_sdk_dynamodb::types::AttributeValue;
use proconnect_domain::{ContractId, PaymentId, Timestamp, UserId};
use proconnect_messaging::LookAtStripeEvent;
use proconnect_payments::ledger::Journal;
use std::time::Duration;

/// Events are remembered longer than Stripe lists them (30 days) or retries them (3 days).
const EVENT_LIFE: Duration = Duration::from_secs(45 * 24 * 3600);

/// Payments.
pub struct Payments<'a>(&'a Store);

impl Store {
    /// Payments.
    pub fn payments(&self) -> Payments<'_> {
        Payments(self)
    }
}

impl Payments<'_> {
    /// Somebody's history, newest first.
    pub async fn of(
        &self,
        user: UserId,
        limit: u32,
        cursor: Option<&str>,
    ) -> Result<Listed<PaymentRecord>, StoreError> {
        let query = Query {
            sort: Sort::Prefix(keys::PAYMENT),
            newest_first: true,
            limit,
            cursor,
            ..Query::partition(keys::user(user).pk)
        };
        let page = self.0.query(query).await?;
        let items = page
            .items
            .into_iter()
            .map(serde_dynamo::from_item)
            .collect::<Result<_, _>>()?;
        Ok(Listed {
            items,
            next_cursor: page.next_cursor,
        })
    }

    /// One line of somebody's own history.
    pub async fn get(&self, user: UserId, id: PaymentId) -> Result<Option<PaymentRecord>, StoreError> {
        let found = self.0.get::<PaymentRecord>(keys::payment(user, id)).await?;
        Ok(found.map(Stored::into_inner))
    }

    /// Every journal of a contract: what its money did, oldest first by cause.
    pub async fn journals(&self, contract: ContractId) -> Result<Vec<Journal>, StoreError> {
        let page = self
            .0
            .query(Query::partition(keys::journal(contract, "").pk))
            .await?;
        Ok(page
            .items
            .into_iter()
            .map(serde_dynamo::from_item)
            .collect::<Result<_, _>>()?)
    }

    /// Takes a Stripe event in, once: remembers it and lets it be looked at, together. `false` when it was taken before.
    pub async fn take_event(&self, event: &LookAtStripeEvent, now: Timestamp) -> Result<bool, StoreError> {
        let mut item = key_item(keys::stripe_event(&event.event_id));
        let expires = now.plus(EVENT_LIFE).as_millis() / 1000;
        item.insert("ttl".to_owned(), AttributeValue::N(expires.to_string()));
        let mut tx = Tx::new(self.0, now);
        tx.create_item("event", item)?;
        tx.order(event)?;
        match tx.commit(self.0).await {
            Ok(()) => Ok(true),
            Err(error) if error.is_condition("event") => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// The contract to fund, and the client's invoice counter.
    pub async fn contract_and_counter(
        &self,
        id: ContractId,
    ) -> Result<Option<(Stored<ContractRecord>, Option<Stored<InvoiceCounter>>)>, StoreError> {
        let Some(contract) = self.0.contracts().get(id).await? else {
            return Ok(None);
        };
        let counter = self.0.get(keys::invoice_counter(contract.client.id)).await?;
        Ok(Some((contract, counter)))
    }
}

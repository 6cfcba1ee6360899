//! Payment history and its documents, Stripe's events.

use crate::invoice::InvoiceRecord;
use crate::payment::ledger::JournalRecord;
use crate::payment::record::StripeEventRecord;
use crate::payment::{Chain, PaymentFilter, PaymentRecord};
use crate::record::{Record as _, Stored, read};
use crate::table::{Query, Sort};
use crate::tx::Tx;
use crate::{Listed, Store, StoreError, keys};
use proconnect_domain::{ContractId, PaymentId, Timestamp, UserId};
use proconnect_messaging::LookAtStripeEvent;
use proconnect_payments::ledger::Journal;

/// Payments.
pub struct Payments<'a>(&'a Store);

impl Store {
    /// Payments.
    pub fn payments(&self) -> Payments<'_> {
        Payments(self)
    }
}

impl Payments<'_> {
    pub(super) fn store(&self) -> &Store {
        self.0
    }

    /// Somebody's history, newest first. With a filter a page may hold fewer, and still have a next one.
    pub async fn of(
        &self,
        user: UserId,
        filter: &PaymentFilter,
        limit: u32,
        cursor: Option<&str>,
    ) -> Result<Listed<PaymentRecord>, StoreError> {
        let query = Query {
            sort: Sort::Prefix(keys::PAYMENT),
            newest_first: true,
            limit,
            cursor,
            filter: filter.expression()?,
            ..Query::partition(keys::user(user).pk)
        };
        self.0.records(query).await
    }

    /// One line of somebody's own history.
    pub async fn get(&self, user: UserId, id: PaymentId) -> Result<Option<PaymentRecord>, StoreError> {
        let found = self.0.get::<PaymentRecord>(keys::payment(user, id)).await?;
        Ok(found.map(Stored::into_inner))
    }

    /// One line of somebody's own history and its document, as far as there is one, in one call.
    pub async fn with_invoice(
        &self,
        user: UserId,
        id: PaymentId,
    ) -> Result<Option<(PaymentRecord, Option<InvoiceRecord>)>, StoreError> {
        let wanted = [keys::payment(user, id), keys::invoice(user, id)];
        let mut found = self.0.get_many(&wanted).await?.into_iter();
        let (line, document) = (found.next().flatten(), found.next().flatten());
        let Some(line) = line else { return Ok(None) };
        Ok(Some((read(line)?, document.map(read).transpose()?)))
    }

    /// Every document of somebody's, by the ids of their lines of history.
    pub async fn documents(
        &self,
        user: UserId,
        limit: u32,
        cursor: Option<&str>,
    ) -> Result<Listed<InvoiceRecord>, StoreError> {
        let query = Query {
            sort: Sort::Prefix(keys::INVOICE),
            limit,
            cursor,
            ..Query::partition(keys::user(user).pk)
        };
        self.0.records(query).await
    }

    /// Every journal of a contract: what its money did, oldest first by cause.
    pub async fn journals(&self, contract: ContractId) -> Result<Vec<Journal>, StoreError> {
        let query = Query {
            sort: Sort::Prefix(keys::JOURNAL),
            ..Query::partition(keys::journal(contract, "").pk)
        };
        let page = self.0.query(query).await?;
        // Left out, one would make the sum wrong: whoever adds up must know.
        page.items.into_iter().map(JournalRecord::read).collect()
    }

    /// What a contract's journals end with, for a transaction that books another.
    pub async fn chain(&self, contract: ContractId) -> Result<Chain, StoreError> {
        Chain::read(self.0, contract).await
    }

    /// Takes a Stripe event in, once: remembers it and lets it be looked at, together. `false` when it was taken before.
    pub async fn take_event(&self, event: &LookAtStripeEvent, now: Timestamp) -> Result<bool, StoreError> {
        let mut tx = Tx::new(self.0, now);
        tx.create(&StripeEventRecord::taken(&event.event_id, now))?;
        tx.order(event)?;
        match tx.commit(self.0).await {
            Ok(()) => Ok(true),
            Err(error) if error.is_condition(StripeEventRecord::TYPE) => Ok(false),
            Err(error) => Err(error),
        }
    }
}

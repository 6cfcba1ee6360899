//! Sends a transaction, and says what became of it.

use super::{Kind, Tx};
use crate::record::Record as _;
use crate::retry::Retry;
use crate::{IdempotencyRecord, Store, StoreError};
use aws_sdk_dynamodb::operation::transact_write_items::TransactWriteItemsError;
use aws_sdk_dynamodb::types::{CancellationReason, ReturnConsumedCapacity, TransactWriteItem};

impl Tx {
    /// Sends it: one round trip. Collisions with other transactions are tried again a few times.
    pub(crate) async fn commit(mut self, store: &Store) -> Result<(), StoreError> {
        self.leave_record(store)?;
        if let Some((key, check)) = self.guard.check()? {
            self.check("account", Kind::Account, key, check)?;
        }
        if let Some((key, check)) = self.guard.session_check() {
            self.check("session", Kind::Session, key, check)?;
        }
        let guard = self.guard;
        let labels: Vec<_> = self
            .writes
            .iter()
            .map(|(label, kind, _)| (*label, *kind))
            .collect();
        let items: Vec<_> = self
            .writes
            .into_iter()
            .map(|(_, _, write)| on_table(write, &store.table))
            .collect();
        let mut retry = Retry::call();
        loop {
            let request = store
                .client
                .transact_write_items()
                .set_transact_items(Some(items.clone()))
                .return_consumed_capacity(ReturnConsumedCapacity::Total);
            let error = match request.send().await {
                Ok(output) => {
                    store.meter.count(true, output.consumed_capacity());
                    return Ok(());
                }
                Err(error) => error,
            };
            let error = match error.as_service_error() {
                Some(TransactWriteItemsError::TransactionCanceledException(cancelled)) => {
                    let reasons = cancelled.cancellation_reasons();
                    guard.refused(reasons).unwrap_or_else(|| reason(reasons, &labels))
                }
                _ => StoreError::from_sdk(error),
            };
            if !error.is_busy() || retry.again().await.is_err() {
                store.meter.count(true, None);
                return Err(error);
            }
        }
    }
}

fn on_table(mut write: TransactWriteItem, table: &str) -> TransactWriteItem {
    if let Some(put) = &mut write.put {
        table.clone_into(&mut put.table_name);
    }
    if let Some(update) = &mut write.update {
        table.clone_into(&mut update.table_name);
    }
    if let Some(check) = &mut write.condition_check {
        table.clone_into(&mut check.table_name);
    }
    if let Some(delete) = &mut write.delete {
        table.clone_into(&mut delete.table_name);
    }
    write
}

/// Which write refused, and what that means. A refused guard says more than a collision beside it, and whoever's session has
/// ended learns nothing else.
fn reason(reasons: &[CancellationReason], labels: &[(&'static str, Kind)]) -> StoreError {
    let failed = |code: &str| {
        let matching = reasons
            .iter()
            .zip(labels)
            .filter(|(reason, _)| reason.code() == Some(code));
        matching.map(|(_, label)| *label).collect::<Vec<_>>()
    };
    let conditions = failed("ConditionalCheckFailed");
    let idempotency = conditions
        .iter()
        .find(|(label, _)| *label == IdempotencyRecord::TYPE);
    let ended = conditions.iter().find(|(_, kind)| matches!(kind, Kind::Session));
    match ended.or(idempotency).or(conditions.first()) {
        Some((label, Kind::Guard)) => StoreError::Condition(label),
        Some((label, Kind::Version)) => StoreError::Stale(label),
        Some((_, Kind::Account)) => StoreError::Account(None),
        Some((_, Kind::Session)) => StoreError::SessionEnded,
        None if reasons.iter().any(|reason| {
            matches!(
                reason.code(),
                Some("TransactionConflict" | "ThrottlingError" | "ProvisionedThroughputExceeded")
            )
        }) =>
        {
            StoreError::Busy
        }
        None => StoreError::Other(format!("transaction cancelled: {reasons:?}")),
    }
}

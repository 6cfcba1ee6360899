//! Books journals: each goes on its contract's chain, in the transaction that moves the money.
//!
//! The chain's head is written on condition that nobody has booked since it was read. Of two who book for one contract at once,
//! one finds the head moved (`Stale`), and its step is made again from its reading.

use super::JournalRecord;
use super::chain::{Chain, LedgerHead};
use crate::contract::ContractRecord;
use crate::tx::Tx;
use crate::{Store, StoreError};
use proconnect_domain::Timestamp;
use proconnect_payments::ledger::Journal;

/// Books a journal, once: a second booking for the same cause is refused by its key (`Condition("journal")`). A transaction
/// books for one contract; its journals follow each other in the chain as they are booked here. Reads the chain's head, once
/// for a transaction, unless that was given one.
pub(crate) async fn book(
    tx: &mut Tx,
    store: &Store,
    contract: &ContractRecord,
    cause: &str,
    journal: Result<Journal, impl std::fmt::Display>,
    now: Timestamp,
) -> Result<(), StoreError> {
    let chain = match tx.chain.take() {
        Some(chain) => chain,
        None => Chain::read(store, contract.id).await?,
    };
    book_on(tx, chain, contract, cause, journal, now)
}

/// The same on a chain whose head was read before.
pub(crate) fn book_on(
    tx: &mut Tx,
    mut chain: Chain,
    contract: &ContractRecord,
    cause: &str,
    journal: Result<Journal, impl std::fmt::Display>,
    now: Timestamp,
) -> Result<(), StoreError> {
    let journal = journal.map_err(|error| StoreError::Other(error.to_string()))?;
    if chain.head.contract_id != contract.id {
        return Err(StoreError::Other(
            "a transaction books for one contract".to_owned(),
        ));
    }
    let record = JournalRecord::of(contract.id, cause.to_owned(), journal, now).after(&chain.head);
    if let Some(link) = &record.chain {
        chain.head.sequence = link.sequence;
        chain.head.hash.clone_from(&link.hash);
    }
    // Before the head: what was booked already is said so, however far the chain has come since.
    tx.create(&record)?;
    tx.take_back::<LedgerHead>();
    tx.upsert(chain.stored.as_ref(), &chain.head)?;
    tx.chain = Some(chain);
    Ok(())
}

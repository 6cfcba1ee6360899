//! A contract's ledger as its two sides read it: every journal, oldest first, and what the chain ends with.
//!
//! A journal's key is its cause, so that nothing is booked twice; its place in the chain is an attribute. Whoever asks for a
//! page therefore costs a read of all: a contract has tens of journals, and who verifies a chain reads all of it anyway.

use super::{JournalRecord, LedgerHead, Payments};
use crate::contract::ContractRecord;
use crate::cursor::{self, Bounds, readable};
use crate::items::{Item, key_item, text};
use crate::record::{Record as _, Stored, read};
use crate::table::Query;
use crate::{StoreError, keys};
use futures_util::future::join;
use proconnect_api as api;
use proconnect_domain::ContractId;

impl Payments<'_> {
    /// A contract, and a page of its ledger, at once.
    pub async fn contract_and_ledger(
        &self,
        id: ContractId,
        limit: u32,
        cursor: Option<&str>,
    ) -> Result<(Option<ContractRecord>, Result<api::Ledger, StoreError>), StoreError> {
        let one = self.store().metered();
        let (contracts, payments) = (one.contracts(), one.payments());
        let (contract, ledger) = join(contracts.get(id), payments.ledger(id, limit, cursor)).await;
        self.store().meter.at_once(one.meter.reading());
        Ok((contract?.map(Stored::into_inner), ledger))
    }

    /// A page of a contract's journals. What cannot be read is left out, and missing in the chain then.
    pub async fn ledger(
        &self,
        contract: ContractId,
        limit: u32,
        cursor: Option<&str>,
    ) -> Result<api::Ledger, StoreError> {
        let partition = keys::ledger_head(contract).pk;
        let bounds = Bounds::of(None, &partition, keys::JOURNAL);
        let after = cursor::decode(&partition, cursor, &bounds)?.map(|key| text(&key, "sk"));
        let (heads, journals): (Vec<Item>, Vec<Item>) = self
            .whole_ledger(&partition)
            .await?
            .into_iter()
            .partition(|item| text(item, "sk") == keys::LEDGER_HEAD);
        let mut all: Vec<JournalRecord> = readable(journals, read);
        all.sort_by_cached_key(place);
        let begin = match after {
            Some(after) => {
                let of = |journal: &JournalRecord| journal.key().sk == after;
                all.iter().position(of).ok_or(StoreError::Cursor)? + 1
            }
            None => 0,
        };
        let end = all
            .len()
            .min(begin + usize::try_from(limit).unwrap_or(usize::MAX));
        let last = all.get(end.saturating_sub(1)).filter(|_| end < all.len());
        let head = heads.into_iter().next().map(read::<LedgerHead>).transpose()?;
        Ok(api::Ledger {
            next_cursor: last.and_then(|last| cursor::encode(&partition, Some(&key_item(last.key())))),
            items: all.drain(begin..end).map(view).collect(),
            head: head.map(|head| api::LedgerHead {
                sequence: head.sequence,
                hash: head.hash,
            }),
        })
    }

    async fn whole_ledger(&self, partition: &str) -> Result<Vec<Item>, StoreError> {
        let mut items = Vec::new();
        let mut cursor = None;
        loop {
            let query = Query {
                cursor: cursor.as_deref(),
                ..Query::partition(partition.to_owned())
            };
            let page = self.store().query(query).await?;
            items.extend(page.items);
            cursor = page.next_cursor;
            if cursor.is_none() {
                return Ok(items);
            }
        }
    }
}

/// Oldest first. What was booked before there were chains comes before all that has a place in one.
fn place(journal: &JournalRecord) -> (u64, String, String) {
    let sequence = journal.chain.as_ref().map_or(0, |link| link.sequence);
    (sequence, journal.booked_at.to_string(), journal.cause.clone())
}

fn view(journal: JournalRecord) -> api::LedgerEntry {
    let milestone = journal.cause.split('#').next();
    let (sequence, previous_hash, hash) = match journal.chain {
        Some(link) => (Some(link.sequence), Some(link.previous_hash), Some(link.hash)),
        None => (None, None, None),
    };
    let posting = |posting: super::ledger::PostingRecord| api::LedgerPosting {
        account: posting.account,
        amount: posting.amount,
    };
    api::LedgerEntry {
        milestone_id: milestone.and_then(|id| id.parse().ok()),
        id: journal.cause,
        sequence,
        at: journal.booked_at,
        cause: journal.kind,
        currency: journal.currency,
        entries: journal.postings.into_iter().map(posting).collect(),
        previous_hash,
        hash,
    }
}

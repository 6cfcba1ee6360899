//! The ledger's journals, as the table keeps them.

use super::chain::LedgerHead;
use crate::StoreError;
use crate::items::Item;
use crate::keys::{self, Key};
use crate::personal::{Export, Personal};
use crate::record::{Record, from_key, read};
use proconnect_domain::{ContractId, Timestamp};
use proconnect_payments::chain::Entry;
use proconnect_payments::ledger::{Journal, Posting};
use serde::{Deserialize, Serialize};

/// A journal, booked for a cause; the key makes sure that a cause is booked once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct JournalRecord {
    /// The contract whose money moved.
    pub(crate) contract_id: ContractId,
    /// Such as `mst_…#approved`.
    pub(crate) cause: String,
    /// What happened.
    pub(crate) kind: String,
    /// The one currency.
    pub(crate) currency: String,
    /// The postings; their sum is zero.
    pub(crate) postings: Vec<PostingRecord>,
    /// When.
    pub(crate) booked_at: Timestamp,
    /// Its place in its contract's chain; none of those that were booked before there were chains.
    #[serde(default)]
    pub(crate) chain: Option<LinkRecord>,
}

/// A place in a chain: `proconnect_payments::chain` says what is hashed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LinkRecord {
    /// From 1, without gaps.
    pub(crate) sequence: u64,
    /// The hash of the one before.
    pub(crate) previous_hash: String,
    /// Its own.
    pub(crate) hash: String,
}

/// One side of a journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct PostingRecord {
    /// The account's code.
    pub(crate) account: String,
    /// Minor units: debits are positive, credits negative.
    pub(crate) amount: i64,
}

impl JournalRecord {
    pub(crate) fn of(contract_id: ContractId, cause: String, journal: Journal, booked_at: Timestamp) -> Self {
        let posting = |posting: Posting| PostingRecord {
            account: posting.account,
            amount: posting.amount,
        };
        Self {
            contract_id,
            cause,
            kind: journal.kind,
            currency: journal.currency,
            postings: journal.postings.into_iter().map(posting).collect(),
            booked_at,
            chain: None,
        }
    }

    /// The same after what a chain ends with so far.
    pub(crate) fn after(mut self, head: &LedgerHead) -> Self {
        let sequence = head.sequence + 1;
        let postings: Vec<Posting> = self.postings.iter().cloned().map(Posting::from).collect();
        let hash = Entry {
            contract_id: &self.contract_id.to_string(),
            sequence,
            id: &self.cause,
            at: &self.booked_at.to_string(),
            cause: &self.kind,
            currency: &self.currency,
            postings: &postings,
            previous_hash: &head.hash,
        }
        .hash();
        self.chain = Some(LinkRecord {
            sequence,
            previous_hash: head.hash.clone(),
            hash,
        });
        self
    }
}

impl From<PostingRecord> for Posting {
    fn from(record: PostingRecord) -> Self {
        Self {
            account: record.account,
            amount: record.amount,
        }
    }
}

impl From<JournalRecord> for Journal {
    fn from(record: JournalRecord) -> Self {
        Self {
            kind: record.kind,
            currency: record.currency,
            postings: record.postings.into_iter().map(Posting::from).collect(),
        }
    }
}

impl Record for JournalRecord {
    const TYPE: &'static str = "journal";
    const V: u32 = 2;
    const BEGINS: (&'static str, &'static str) = (keys::LEDGER, keys::JOURNAL);
    const PERSONAL: Personal = Personal::KeptForTheBooks {
        export: Export::Not("the lines of payment history say the same"),
        reason: "the ledger is never changed",
    };
    fn key(&self) -> Key {
        keys::journal(self.contract_id, &self.cause)
    }
    /// Of 0, its key alone told contract and cause. Of 1, it stands in no chain, and is not put into one later: a hash made
    /// today would prove nothing about yesterday.
    fn upgrade(from: u32, item: &mut Item) {
        if from == 0 {
            from_key(item, "contractId", "pk", keys::LEDGER);
            from_key(item, "cause", "sk", keys::JOURNAL);
        }
    }
}

impl JournalRecord {
    /// As the ledger's rules have it.
    pub(crate) fn read(item: Item) -> Result<Journal, StoreError> {
        read::<Self>(item).map(Journal::from)
    }
}

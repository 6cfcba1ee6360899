//! The ledger's journals, as the table keeps them.

use crate::StoreError;
use crate::keys::{self, Key};
use crate::personal::{Export, Personal};
use crate::record::{Record, from_key, read};
use crate::table::Item;
use proconnect_domain::{ContractId, Timestamp};
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
        }
    }
}

impl From<JournalRecord> for Journal {
    fn from(record: JournalRecord) -> Self {
        let posting = |posting: PostingRecord| Posting {
            account: posting.account,
            amount: posting.amount,
        };
        Self {
            kind: record.kind,
            currency: record.currency,
            postings: record.postings.into_iter().map(posting).collect(),
        }
    }
}

impl Record for JournalRecord {
    const TYPE: &'static str = "journal";
    const V: u32 = 1;
    const BEGINS: (&'static str, &'static str) = (keys::LEDGER, keys::JOURNAL);
    const PERSONAL: Personal = Personal::KeptForTheBooks {
        export: Export::Not("the lines of payment history say the same"),
        reason: "the ledger is never changed",
    };
    fn key(&self) -> Key {
        keys::journal(self.contract_id, &self.cause)
    }
    /// Its key alone told contract and cause.
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

//! What happened to a contract's money, entry by entry, for whoever wants to check it.

use proconnect_domain::{MilestoneId, Timestamp};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A page of a contract's ledger, oldest first. Each entry carries the hash of the one before it: SHA-256 of the JSON array
/// `["proconnect-ledger-1",contractId,sequence,id,at,cause,currency,[[account,amount],…],previousHash]` in the form of RFC 8785.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Ledger {
    /// The entries.
    pub items: Vec<LedgerEntry>,
    /// Where the next page begins; null on the last page. Opaque: pass it back as `?cursor=`.
    pub next_cursor: Option<String>,
    /// What the chain ends with, whatever page this is; null while nothing is chained.
    pub head: Option<LedgerHead>,
}

/// A movement of money. Its amounts sum to zero.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct LedgerEntry {
    /// What it was booked for, once: such as `mst_…#approved`.
    pub id: String,
    /// Its number in the contract, from 1. Null for what was booked before entries were chained.
    pub sequence: Option<u64>,
    /// When.
    pub at: Timestamp,
    /// What happened: such as `funded`, `approved`, `transferred`.
    pub cause: String,
    /// The milestone whose money moved.
    pub milestone_id: Option<MilestoneId>,
    /// The one currency, by ISO 4217 in lower case.
    pub currency: String,
    /// From where to where.
    pub entries: Vec<LedgerPosting>,
    /// The hash of the entry before it; 64 zeros for the first. Null for what was booked before entries were chained.
    pub previous_hash: Option<String>,
    /// Its own.
    pub hash: Option<String>,
}

/// One side of a movement.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct LedgerPosting {
    /// The account: such as `held:mst_…`, `payable:usr_…`, `fee_revenue`.
    pub account: String,
    /// Minor units: debits are positive, credits negative.
    pub amount: i64,
}

/// The end of a chain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LedgerHead {
    /// The number of the last entry.
    pub sequence: u64,
    /// Its hash.
    pub hash: String,
}

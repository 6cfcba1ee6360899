//! What a contract's chain of journals ends with: an item of its own.

use crate::keys::{self, Key};
use crate::personal::Personal;
use crate::record::{Record, Stored};
use crate::{Store, StoreError};
use proconnect_domain::ContractId;
use proconnect_payments::chain::BEGINNING;
use serde::{Deserialize, Serialize};

/// What the chain of a contract's journals ends with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LedgerHead {
    /// Whose chain.
    pub(crate) contract_id: ContractId,
    /// The number of its last journal.
    pub(crate) sequence: u64,
    /// That one's hash.
    pub(crate) hash: String,
}

impl Record for LedgerHead {
    const TYPE: &'static str = "ledger_head";
    const V: u32 = 1;
    const BEGINS: (&'static str, &'static str) = (keys::LEDGER, keys::LEDGER_HEAD);
    const PERSONAL: Personal = Personal::None {
        reason: "a number and a hash, which name nobody",
    };
    fn key(&self) -> Key {
        keys::ledger_head(self.contract_id)
    }
}

/// A chain of journals that a transaction goes on: its head as it was read, and as it will be.
pub struct Chain {
    pub(crate) stored: Option<Stored<LedgerHead>>,
    pub(crate) head: LedgerHead,
}

impl Chain {
    pub(crate) async fn read(store: &Store, contract_id: ContractId) -> Result<Self, StoreError> {
        let stored = store.get::<LedgerHead>(keys::ledger_head(contract_id)).await?;
        let head = match &stored {
            Some(stored) => (**stored).clone(),
            None => LedgerHead {
                contract_id,
                sequence: 0,
                hash: BEGINNING.to_owned(),
            },
        };
        Ok(Self { stored, head })
    }
}

//! Somebody's billing profile.

use crate::keys::{self, Key};
use crate::personal::{Export, Gone, Personal};
use crate::record::Record;
use proconnect_domain::{Country, UserId};
use serde::{Deserialize, Serialize};

/// Who somebody is on an invoice, as far as they said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BillingDetails {
    /// The name of the person or company; without one, the account's stands on invoices.
    pub legal_name: Option<String>,
    /// Street and house, at most three lines.
    pub address_lines: Vec<String>,
    /// Postal code.
    pub postal_code: Option<String>,
    /// Town.
    pub city: Option<String>,
    /// State, province or county.
    pub region: Option<String>,
    /// Country.
    pub country: Option<Country>,
    /// Tax number.
    pub tax_number: Option<String>,
}

/// What somebody wants on invoices that are issued from now on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BillingRecord {
    /// Whose.
    pub user_id: UserId,
    /// Who they are.
    #[serde(flatten)]
    pub details: BillingDetails,
    /// What they want to find on invoices that are made out to them, such as a cost centre.
    pub reference: Option<String>,
}

impl BillingRecord {
    /// Of somebody who has said nothing yet.
    pub fn empty(user_id: UserId) -> Self {
        Self {
            user_id,
            details: BillingDetails::default(),
            reference: None,
        }
    }
}

impl Record for BillingRecord {
    const TYPE: &'static str = "billing";
    const V: u32 = 1;
    const BEGINS: (&'static str, &'static str) = (keys::USER, keys::BILLING);
    /// Invoices have what they need of it.
    const PERSONAL: Personal = Personal::Owned {
        export: Export::Account,
        gone: Gone::Forgotten,
    };
    fn key(&self) -> Key {
        keys::billing(self.user_id)
    }
}

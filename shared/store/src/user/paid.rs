//! What a client has paid to those whom they hired.

use proconnect_domain::{Currency, Money};
use serde::{Deserialize, Serialize};

/// Minor units by currency. Each is an attribute of the account's own, so that it is counted up without being read; only what
/// went to a freelancer counts, not what is held.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Paid {
    /// US dollars.
    pub paid_usd: i64,
    /// Euros.
    pub paid_eur: i64,
    /// Pounds sterling.
    pub paid_gbp: i64,
}

impl Paid {
    /// The attribute of a currency, as an expression names it.
    pub(super) fn attribute(currency: Currency) -> &'static [(&'static str, &'static str)] {
        match currency {
            Currency::Usd => &[("#paid", "paidUsd")],
            Currency::Eur => &[("#paid", "paidEur")],
            Currency::Gbp => &[("#paid", "paidGbp")],
        }
    }

    /// What is not nothing.
    pub(crate) fn sums(self) -> Vec<Money> {
        let all = [
            (self.paid_usd, Currency::Usd),
            (self.paid_eur, Currency::Eur),
            (self.paid_gbp, Currency::Gbp),
        ];
        let some = all.into_iter().filter(|(amount, _)| *amount > 0);
        some.map(|(amount, currency)| Money::new(amount, currency))
            .collect()
    }
}

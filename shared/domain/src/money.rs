//! Money: whole minor units and a currency, never a float.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The platform's fee unless configured otherwise: 10 %, in basis points.
pub const PLATFORM_FEE_BASIS_POINTS: u32 = 1000;
/// The least a milestone or bid may cost, in minor units.
pub const MIN_AMOUNT: i64 = 100;
/// The most a milestone or bid may cost, in minor units: 999,999.99. Stripe takes at most eight digits (its API reference,
/// `amount` of a Checkout line and of a PaymentIntent).
pub const MAX_AMOUNT: i64 = 99_999_999;

/// Currencies, all with two decimal places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Currency {
    /// US dollar.
    #[serde(alias = "USD")]
    Usd,
    /// Euro.
    #[serde(alias = "EUR")]
    Eur,
    /// Pound sterling.
    #[serde(alias = "GBP")]
    Gbp,
}

impl Currency {
    /// ISO 4217 code in lower case, as Stripe writes it.
    pub fn code(self) -> &'static str {
        match self {
            Currency::Usd => "usd",
            Currency::Eur => "eur",
            Currency::Gbp => "gbp",
        }
    }
    fn symbol(self) -> char {
        match self {
            Currency::Usd => '$',
            Currency::Eur => '€',
            Currency::Gbp => '£',
        }
    }
}

/// An amount in minor units (cents) of a currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Money {
    /// Minor units.
    #[schemars(example = 40_000)]
    pub amount: i64,
    /// Currency.
    pub currency: Currency,
}

/// Amounts that do not go together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// Two currencies in one sum.
    #[error("amounts of two currencies cannot be added")]
    CurrencyMismatch,
    /// More than 64 bits hold.
    #[error("the amount is too large")]
    Overflow,
}

impl Money {
    /// An amount.
    pub const fn new(amount: i64, currency: Currency) -> Self {
        Self { amount, currency }
    }
    /// Nothing, in a currency.
    pub const fn zero(currency: Currency) -> Self {
        Self::new(0, currency)
    }
    /// Both together.
    pub fn checked_add(self, other: Money) -> Result<Money, MoneyError> {
        self.combine(other, i64::checked_add)
    }
    /// What is left.
    pub fn checked_sub(self, other: Money) -> Result<Money, MoneyError> {
        self.combine(other, i64::checked_sub)
    }
    /// The part of it in basis points, rounded half up: the odd half cent goes to the part, never to both.
    pub fn share(self, basis_points: u32) -> Money {
        let part = (i128::from(self.amount) * i128::from(basis_points) + 5_000).div_euclid(10_000);
        Money::new(i64::try_from(part).unwrap_or(self.amount), self.currency)
    }
    fn combine(self, other: Money, f: fn(i64, i64) -> Option<i64>) -> Result<Money, MoneyError> {
        if self.currency != other.currency {
            return Err(MoneyError::CurrencyMismatch);
        }
        f(self.amount, other.amount)
            .map(|amount| Money::new(amount, self.currency))
            .ok_or(MoneyError::Overflow)
    }
}

impl fmt::Display for Money {
    /// `$1,250.00`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, cents) = (self.amount.unsigned_abs() / 100, self.amount.unsigned_abs() % 100);
        let digits = whole.to_string();
        let mut grouped = String::new();
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        let sign = if self.amount < 0 { "-" } else { "" };
        write!(f, "{sign}{}{grouped}.{cents:02}", self.currency.symbol())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn money_is_written_for_people() {
        assert_eq!(Money::new(125_000, Currency::Usd).to_string(), "$1,250.00");
        assert_eq!(Money::new(5, Currency::Eur).to_string(), "€0.05");
        assert_eq!(
            Money::new(-100_000_000, Currency::Gbp).to_string(),
            "-£1,000,000.00"
        );
    }

    #[test]
    fn fee_and_rest_always_make_the_whole() {
        for amount in (0..20_000).chain([MAX_AMOUNT, i64::MAX / 2]) {
            let whole = Money::new(amount, Currency::Usd);
            let fee = whole.share(PLATFORM_FEE_BASIS_POINTS);
            let rest = whole.checked_sub(fee).unwrap();
            assert_eq!(rest.checked_add(fee).unwrap(), whole);
            assert!(fee.amount >= 0 && fee.amount <= amount);
        }
        assert_eq!(Money::new(105, Currency::Usd).share(1000).amount, 11);
    }

    #[test]
    fn currencies_do_not_mix_and_overflow_is_seen() {
        let dollar = Money::new(1, Currency::Usd);
        assert_eq!(
            dollar.checked_add(Money::new(1, Currency::Eur)),
            Err(MoneyError::CurrencyMismatch)
        );
        assert_eq!(
            Money::new(i64::MAX, Currency::Usd).checked_add(dollar),
            Err(MoneyError::Overflow)
        );
    }
}

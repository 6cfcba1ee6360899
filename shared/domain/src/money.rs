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

/// Currencies that people can be paid in. All have two decimal places, and the rest are refused where they come in, with the
/// list of these as the reason (ADR 102); nothing else takes a currency from outside.
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
    /// Decimal places of its minor unit (ISO 4217). Whoever writes or reads an amount asks here.
    pub const fn decimals(self) -> u32 {
        match self {
            Currency::Usd | Currency::Eur | Currency::Gbp => 2,
        }
    }

    /// The least that Stripe charges in it, in minor units (its documentation, "Minimum and maximum charge amounts").
    pub const fn least_charge(self) -> i64 {
        match self {
            Currency::Usd | Currency::Eur => 50,
            Currency::Gbp => 30,
        }
    }

    /// All of them.
    pub const ALL: [Currency; 3] = [Currency::Usd, Currency::Eur, Currency::Gbp];

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
    /// Without sign of currency and without marks between thousands: `-1250.00`.
    pub fn decimal(self) -> String {
        let (whole, minor) = self.parts();
        let sign = if self.amount < 0 { "-" } else { "" };
        format!("{sign}{whole}{minor}")
    }

    /// The whole units, and the decimals with their point.
    fn parts(self) -> (u64, String) {
        let decimals = self.currency.decimals();
        let unit = 10_u64.pow(decimals);
        let (whole, minor) = (
            self.amount.unsigned_abs() / unit,
            self.amount.unsigned_abs() % unit,
        );
        match usize::try_from(decimals).unwrap_or_default() {
            0 => (whole, String::new()),
            places => (whole, format!(".{minor:0places$}")),
        }
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
        let (whole, minor) = self.parts();
        let digits = whole.to_string();
        let mut grouped = String::new();
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        let sign = if self.amount < 0 { "-" } else { "" };
        write!(f, "{sign}{}{grouped}{minor}", self.currency.symbol())
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
    fn money_is_written_for_machines() {
        assert_eq!(Money::new(125_000, Currency::Usd).decimal(), "1250.00");
        assert_eq!(Money::new(-5, Currency::Eur).decimal(), "-0.05");
    }

    /// What we ask for is never less than Stripe takes, and no more digits than it has room for.
    #[test]
    fn whatever_a_milestone_costs_can_be_charged() {
        for currency in Currency::ALL {
            assert!(MIN_AMOUNT >= currency.least_charge());
            assert!(MAX_AMOUNT.to_string().len() <= 8);
            assert_eq!(MIN_AMOUNT, 10_i64.pow(currency.decimals()), "a whole unit");
        }
    }

    /// A fee is rounded once, by `share`, and whatever it is shared among adds up to the whole again.
    #[test]
    fn fee_and_net_are_the_gross_in_every_currency() {
        for currency in Currency::ALL {
            for amount in 1..=10_000 {
                let gross = Money::new(amount, currency);
                for basis_points in [0, 1, 250, 333, 1_000, 3_333, 9_999, 10_000] {
                    let fee = gross.share(basis_points);
                    let net = gross.checked_sub(fee).unwrap();
                    assert!(fee.amount >= 0 && net.amount >= 0);
                    assert_eq!(net.checked_add(fee), Ok(gross));
                }
            }
        }
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

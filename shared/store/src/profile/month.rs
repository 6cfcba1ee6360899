//! What a person earned and spent, month by month.

use crate::StoreError;
use crate::items::{Item, text, value};
use crate::keys::{self, Key};
use crate::personal::{Export, Personal};
use crate::record::Record;
use crate::tx::{Change, Tx};
use aws_sdk_dynamodb::types::AttributeValue;
use proconnect_domain::{Date, Money, Timestamp, UserId};
use serde::{Deserialize, Serialize};

/// What a person earned and spent in a month, in one currency. Counted in the transactions that move the money.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MonthRecord {
    /// Whose.
    pub user_id: UserId,
    /// Such as `2026-11`.
    pub month: String,
    /// ISO 4217 in lower case.
    pub currency: String,
    /// Minor units that were sent to them.
    #[serde(default)]
    pub earned: i64,
    /// By how many payments.
    #[serde(default)]
    pub earned_count: u32,
    /// Minor units that they paid.
    #[serde(default)]
    pub spent: i64,
    /// By how many payments.
    #[serde(default)]
    pub spent_count: u32,
}

impl Record for MonthRecord {
    const TYPE: &'static str = "month";
    const V: u32 = 1;
    const BEGINS: (&'static str, &'static str) = (keys::USER, keys::MONTH);
    const PERSONAL: Personal = Personal::KeptForTheBooks {
        export: Export::Account,
        reason: "the sums that payments of either side went into",
    };
    fn key(&self) -> Key {
        keys::month(self.user_id, &self.month, &self.currency)
    }
    /// Its key alone told whose, of when, and in what: `MONTH#{month}#{currency}`.
    fn upgrade(from: u32, item: &mut Item) {
        if from > 0 {
            return;
        }
        let (pk, sk) = (text(item, "pk"), text(item, "sk"));
        let of = pk.strip_prefix(keys::USER).unwrap_or_default();
        let rest = sk.strip_prefix(keys::MONTH).unwrap_or_default();
        let (month, currency) = rest.split_once('#').unwrap_or_default();
        for (name, value) in [("userId", of), ("month", month), ("currency", currency)] {
            item.insert(name.to_owned(), AttributeValue::S(value.to_owned()));
        }
    }
}

/// Which side of a payment is counted.
#[derive(Clone, Copy)]
pub(crate) enum Counted {
    Earned,
    Spent,
    /// Of what was counted as spent in that month, so much went back; if all of it did, it was no payment.
    GivenBack {
        whole: bool,
    },
}

/// Counts a payment in a person's month, which is not read before, and may not be there.
pub(crate) fn count(
    tx: &mut Tx,
    user: UserId,
    what: Counted,
    money: Money,
    now: Timestamp,
) -> Result<(), StoreError> {
    let month: String = Date::of(now).to_string().chars().take(7).collect();
    let currency = money.currency.code();
    let number = |number: i64| AttributeValue::N(number.to_string());
    let text = |text: &str| AttributeValue::S(text.to_owned());
    let (earned, spent) = match what {
        Counted::Earned => ((money.amount, 1), (0, 0)),
        Counted::Spent => ((0, 0), (money.amount, 1)),
        Counted::GivenBack { whole } => ((0, 0), (-money.amount, -i64::from(whole))),
    };
    let change = Change {
        key: keys::month(user, &month, currency),
        update: "SET #type = :type, v = :v, userId = :user, #month = :month, currency = :currency \
                 ADD earned :earned, earnedCount :earnings, spent :spent, spentCount :spendings, version :one",
        condition: "",
        names: &[("#type", "type"), ("#month", "month")],
        values: vec![
            (":type", text(MonthRecord::TYPE)),
            (":v", number(i64::from(MonthRecord::V))),
            (":user", value(&user)?),
            (":month", text(&month)),
            (":currency", text(currency)),
            (":earned", number(earned.0)),
            (":earnings", number(earned.1)),
            (":spent", number(spent.0)),
            (":spendings", number(spent.1)),
            (":one", number(1)),
        ],
    };
    tx.change(MonthRecord::TYPE, change)
}

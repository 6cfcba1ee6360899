//! `GET /v1/users/me/dashboard`: what came in and went out.

use proconnect_api::{CurrencyTotals, Dashboard, MoneySummary, MonthTotals};
use proconnect_domain::{Currency, Date, Money, Timestamp};
use proconnect_http::{ApiError, Caller, Json};
use proconnect_runtime::{App, Function};
use proconnect_store::MonthRecord;

pub const FUNCTION: Function = proconnect_runtime::http!(GET "/v1/users/me/dashboard", handle);

/// Totals and averages over all time, and the last twelve months. They were counted as the money moved.
pub async fn handle(app: &App, caller: Caller, (): ()) -> Result<Json<Dashboard>, ApiError> {
    let months = app.store.profiles().months(caller.user_id).await?;
    Ok(Json(dashboard(&months, app.now())))
}

fn dashboard(all: &[MonthRecord], now: Timestamp) -> Dashboard {
    let currencies = by_payments(all).into_iter();
    Dashboard {
        currencies: currencies.map(|currency| totals(all, currency, now)).collect(),
    }
}

fn totals(all: &[MonthRecord], currency: Currency, now: Timestamp) -> CurrencyTotals {
    let months: Vec<&MonthRecord> = all
        .iter()
        .filter(|month| month.currency == currency.code())
        .collect();
    let summary = |total: i64, payments: u32| MoneySummary {
        total: Money {
            amount: total,
            currency,
        },
        average: Money {
            amount: total.checked_div(i64::from(payments)).unwrap_or_default(),
            currency,
        },
        payments,
    };
    let last = last_twelve(now).into_iter().map(|name| {
        let found = months.iter().find(|month| month.month == name);
        MonthTotals {
            earned: found.map_or(0, |month| month.earned),
            spent: found.map_or(0, |month| month.spent),
            month: name,
        }
    });
    CurrencyTotals {
        currency,
        earnings: summary(
            months.iter().map(|month| month.earned).sum(),
            months.iter().map(|month| month.earned_count).sum(),
        ),
        spending: summary(
            months.iter().map(|month| month.spent).sum(),
            months.iter().map(|month| month.spent_count).sum(),
        ),
        months: last.collect(),
    }
}

/// The currencies in which there were payments, the one with the most first; dollars when there were none.
fn by_payments(months: &[MonthRecord]) -> Vec<Currency> {
    let payments = |currency: Currency| -> u32 {
        let counted = months.iter().filter(|month| month.currency == currency.code());
        counted.map(|month| month.earned_count + month.spent_count).sum()
    };
    let mut used = vec![Currency::Usd, Currency::Eur, Currency::Gbp];
    used.retain(|currency| payments(*currency) > 0);
    used.sort_by_key(|currency| std::cmp::Reverse(payments(*currency)));
    if used.is_empty() {
        vec![Currency::Usd]
    } else {
        used
    }
}

/// The names of the last twelve months, oldest first.
fn last_twelve(now: Timestamp) -> Vec<String> {
    let today = Date::of(now).to_string();
    let mut parts = today
        .split('-')
        .map(|part| part.parse::<i32>().unwrap_or_default());
    let (year, month) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let index = year * 12 + month - 1;
    (index - 11..=index)
        .map(|index| format!("{:04}-{:02}", index / 12, index % 12 + 1))
        .collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn month(name: &str, currency: &str, earned: i64, count: u32) -> MonthRecord {
        MonthRecord {
            month: name.to_owned(),
            currency: currency.to_owned(),
            earned,
            earned_count: count,
            user_id: "usr_01ARZ3NDEKTSV4RRFFQ69G5FAV".parse().unwrap(),
            spent: 0,
            spent_count: 0,
        }
    }

    #[test]
    fn totals_are_of_all_time_and_months_of_a_year() {
        let now: Timestamp = "2026-02-10T00:00:00Z".parse().unwrap();
        let all = [
            month("2024-01", "usd", 1_000, 1),
            month("2026-02", "usd", 501, 2),
            month("2026-02", "eur", 9_999, 1),
        ];
        let found = dashboard(&all, now).currencies;
        let [dashboard, euros] = found.as_slice() else {
            panic!("{found:?}");
        };
        assert_eq!(
            (
                euros.currency,
                euros.earnings.total.amount,
                euros.months[11].earned
            ),
            (Currency::Eur, 9_999, 9_999)
        );
        assert_eq!(
            (dashboard.earnings.total.amount, dashboard.earnings.payments),
            (1_501, 3)
        );
        assert_eq!(dashboard.earnings.average.amount, 500);
        assert_eq!(dashboard.months.len(), 12);
        assert_eq!(dashboard.months[0].month, "2025-03");
        assert_eq!(
            dashboard.months[11],
            MonthTotals {
                month: "2026-02".to_owned(),
                earned: 501,
                spent: 0
            }
        );
    }

    #[test]
    fn nothing_is_zero_dollars() {
        let now: Timestamp = "2026-12-31T23:59:59Z".parse().unwrap();
        let found = dashboard(&[], now).currencies;
        let [dashboard] = found.as_slice() else {
            panic!("{found:?}");
        };
        assert_eq!(dashboard.currency, Currency::Usd);
        assert_eq!(dashboard.spending.average.amount, 0);
        assert_eq!(dashboard.months[0].month, "2026-01");
    }
}

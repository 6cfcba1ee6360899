//! `GET /v1/users/me/dashboard`: what came in and went out.

use proconnect_api::{Dashboard, MoneySummary, MonthTotals};
use proconnect_domain::{Currency, Date, Money, Timestamp};
use proconnect_http::{ApiError, Caller, Json};
use proconnect_runtime::App;
use proconnect_store::MonthRecord;

/// Totals and averages over all time, and the last twelve months. They were counted as the money moved.
pub async fn handle(app: &App, caller: Caller, (): ()) -> Result<Json<Dashboard>, ApiError> {
    let months = app.store.profiles().months(caller.user_id).await?;
    Ok(Json(dashboard(&months, app.now())))
}

fn dashboard(all: &[MonthRecord], now: Timestamp) -> Dashboard {
    let currency = busiest(all);
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
    Dashboard {
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

/// The currency with the most payments: amounts of two are never added.
fn busiest(months: &[MonthRecord]) -> Currency {
    let payments = |currency: Currency| -> u32 {
        let counted = months.iter().filter(|month| month.currency == currency.code());
        counted.map(|month| month.earned_count + month.spent_count).sum()
    };
    // Of equals the last is taken, so that it is dollars when there is nothing.
    let all = [Currency::Gbp, Currency::Eur, Currency::Usd];
    all.into_iter()
        .max_by_key(|currency| payments(*currency))
        .unwrap_or(Currency::Usd)
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
            ..MonthRecord::default()
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
        let dashboard = dashboard(&all, now);
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
        let dashboard = dashboard(&[], now);
        assert_eq!(dashboard.currency, Currency::Usd);
        assert_eq!(dashboard.spending.average.amount, 0);
        assert_eq!(dashboard.months[0].month, "2026-01");
    }
}

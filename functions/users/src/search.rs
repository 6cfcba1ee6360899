//! `GET /v1/freelancers`: freelancers by words, skills, rate and place.

use proconnect_api::TalentCard;
use proconnect_domain::{Currency, Money};
use proconnect_http::{ApiError, Json, MaybeCaller, Page, Query, check_limit};
use proconnect_runtime::{App, Function};
use proconnect_store::FreelancerFilter;
use schemars::JsonSchema;
use serde::Deserialize;

/// Anybody: freelancers, by words and filters.
pub const FUNCTION: Function = proconnect_runtime::http!(GET "/v1/freelancers", handle);

/// More words, or skills, than anybody means; each costs the table a comparison.
const MAX_WORDS: usize = 8;

/// Whom to look for; everything given must match.
#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Search {
    /// Words in name, headline, skills or the beginning of the biography.
    q: Option<String>,
    /// A skill; given several times, they must have each of them.
    #[serde(default)]
    skill: Vec<String>,
    /// The hourly rate is at most this, in minor units of `currency`. Who names no rate, or one in another currency, is
    /// not found.
    rate_max: Option<i64>,
    /// The currency of `rateMax`; `usd` when absent.
    currency: Option<Currency>,
    /// Part of the place, or a country's code.
    location: Option<String>,
    /// How many freelancers a page holds: 1 to 100, 20 when absent. With filters a page may hold fewer and still have
    /// a next one.
    limit: Option<u32>,
    /// The `nextCursor` of the page before.
    cursor: Option<String>,
}

/// The freelancers that match: those who say on their profile what they do.
pub async fn handle(
    app: &App,
    _caller: MaybeCaller,
    Query(query): Query<Search>,
) -> Result<Json<Page<TalentCard>>, ApiError> {
    let lower = |text: &String| Some(text.trim().to_lowercase()).filter(|text| !text.is_empty());
    let words = query.q.as_ref().and_then(lower).unwrap_or_default();
    let filter = FreelancerFilter {
        words: words
            .split_whitespace()
            .take(MAX_WORDS)
            .map(str::to_owned)
            .collect(),
        skills: query.skill.iter().filter_map(lower).take(MAX_WORDS).collect(),
        rate_max: query.rate_max.map(|amount| Money {
            amount,
            currency: query.currency.unwrap_or(Currency::Usd),
        }),
        location: query.location.as_ref().and_then(lower),
    };
    let limit = check_limit(query.limit)?;
    let profiles = app.store.profiles();
    let found = profiles.search(&filter, limit, query.cursor.as_deref()).await?;
    let people = app.store.people(found.items.iter().map(|card| card.id)).await?;
    Ok(Json(crate::page(found.map(|card| card.view(&people)))))
}

//! `GET /v1/freelancers`: freelancers by words, skill, rate and place.

use proconnect_api::TalentCard;
use proconnect_http::{ApiError, Json, MaybeCaller, Page, Query, check_limit};
use proconnect_runtime::App;
use proconnect_store::FreelancerFilter;
use schemars::JsonSchema;
use serde::Deserialize;

/// More words than anybody means; each costs the table a comparison.
const MAX_WORDS: usize = 8;

/// Whom to look for; everything given must match.
#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Search {
    /// Words in name, headline, skills or the beginning of the biography.
    q: Option<String>,
    /// A skill.
    skill: Option<String>,
    /// The hourly rate is at most this, in minor units. Who names no rate is not found.
    rate_max: Option<i64>,
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
    let lower = |text: &Option<String>| {
        text.as_deref()
            .map(|text| text.trim().to_lowercase())
            .filter(|text| !text.is_empty())
    };
    let words = lower(&query.q).unwrap_or_default();
    let filter = FreelancerFilter {
        words: words
            .split_whitespace()
            .take(MAX_WORDS)
            .map(str::to_owned)
            .collect(),
        skill: lower(&query.skill),
        rate_max: query.rate_max,
        location: lower(&query.location),
    };
    let limit = check_limit(query.limit)?;
    let profiles = app.store.profiles();
    let found = profiles.search(&filter, limit, query.cursor.as_deref()).await?;
    Ok(Json(crate::page(found)))
}

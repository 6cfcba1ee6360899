//! `GET /v1/tasks`: browses the open tasks.

use proconnect_api::TaskCard;
use proconnect_domain::{BudgetType, Category, Until};
use proconnect_http::{ApiError, Json, MaybeCaller, Page, Query, check_limit};
use proconnect_runtime::{App, Function};
use proconnect_store::{TaskFilter, TaskSort};
use schemars::JsonSchema;
use serde::Deserialize;
use std::time::Duration;

/// Anybody: open tasks, by words and filters.
pub const FUNCTION: Function = proconnect_runtime::http!(GET "/v1/tasks", handle);

/// More words than anybody means; each costs the table a comparison.
const MAX_WORDS: usize = 8;

/// How old the page may be that visitors come in by: they posted nothing that they would miss on it.
const FRESH: Duration = Duration::from_secs(10);

/// What to look for; everything given must match.
#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Search {
    /// Words in title, skills or summary.
    q: Option<String>,
    /// Category.
    category: Option<Category>,
    /// A skill.
    skill: Option<String>,
    /// The budget reaches at least this, in minor units.
    budget_min: Option<i64>,
    /// The budget begins at most here, in minor units.
    budget_max: Option<i64>,
    /// Fixed or hourly.
    budget_type: Option<BudgetType>,
    /// The deadline is not after this moment, or this day.
    deadline_before: Option<Until>,
    /// Part of the place.
    location: Option<String>,
    /// The order.
    #[serde(default)]
    sort: Sort,
    /// How many tasks a page holds: 1 to 100, 20 when absent. With filters a page may hold fewer and still have a
    /// next one.
    limit: Option<u32>,
    /// The `nextCursor` of the page before.
    cursor: Option<String>,
}

/// The order of the list.
#[derive(Debug, Default, Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Sort {
    /// Newest first.
    #[default]
    Newest,
    /// Next deadline first.
    Deadline,
}

/// The open tasks that match.
pub async fn handle(
    app: &App,
    MaybeCaller(caller): MaybeCaller,
    Query(query): Query<Search>,
) -> Result<Json<Page<TaskCard>>, ApiError> {
    let lower = |text: &Option<String>| {
        text.as_deref()
            .map(|text| text.trim().to_lowercase())
            .filter(|text| !text.is_empty())
    };
    let words = lower(&query.q).unwrap_or_default();
    let filter = TaskFilter {
        words: words
            .split_whitespace()
            .take(MAX_WORDS)
            .map(str::to_owned)
            .collect(),
        category: query.category,
        skill: lower(&query.skill),
        budget_min: query.budget_min,
        budget_max: query.budget_max,
        budget_type: query.budget_type,
        deadline_before: query.deadline_before.map(|until| until.0),
        location: lower(&query.location),
    };
    let sort = match query.sort {
        Sort::Newest => TaskSort::Newest,
        Sort::Deadline => TaskSort::Deadline,
    };
    let limit = check_limit(query.limit)?;
    let search = async {
        let tasks = app.store.tasks();
        let found = tasks
            .search(&filter, sort, limit, query.cursor.as_deref())
            .await?;
        let page = crate::page(app, found).await?;
        Ok((page.items, page.next_cursor))
    };
    let (items, next_cursor) =
        if caller.is_none() && query.cursor.is_none() && filter == TaskFilter::default() {
            app.hot(&format!("tasks:{sort:?}:{limit}"), FRESH, search).await?
        } else {
            search.await?
        };
    Ok(Json(Page { items, next_cursor }))
}

//! `GET /v1/categories`.

use proconnect_domain::Category;
use proconnect_http::{ApiError, Json, Page};
use proconnect_runtime::{App, Function};
use schemars::JsonSchema;
use serde::Serialize;

/// Anybody: the categories of tasks.
pub const FUNCTION: Function = proconnect_runtime::http!(GET "/v1/categories", handle);

/// A category.
#[derive(Serialize, JsonSchema)]
pub struct CategoryView {
    /// Id, as tasks carry it.
    id: Category,
    /// Name.
    name: &'static str,
}

/// All categories.
pub async fn handle(_app: &App, (): (), (): ()) -> Result<Json<Page<CategoryView>>, ApiError> {
    let items = Category::ALL
        .map(|id| CategoryView { id, name: id.name() })
        .into();
    Ok(Json(Page {
        items,
        next_cursor: None,
    }))
}

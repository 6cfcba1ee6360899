//! `GET /v1/health`.

use proconnect_http::{ApiError, Json};
use proconnect_runtime::{App, Function};
use schemars::JsonSchema;
use serde::Serialize;

/// Anybody: `{"status":"ok"}`.
pub const FUNCTION: Function = proconnect_runtime::http!(GET "/v1/health", handle);

/// The function runs.
#[derive(Serialize, JsonSchema)]
pub struct Health {
    /// Always `ok`.
    status: &'static str,
}

/// Answers without asking anybody: it tells whether functions can be reached, nothing else.
pub async fn handle(_app: &App, (): (), (): ()) -> Result<Json<Health>, ApiError> {
    Ok(Json(Health { status: "ok" }))
}

//! `GET /v1/users/me/billing`: what one wants on one's invoices.

use proconnect_api::BillingProfile;
use proconnect_http::{ApiError, Caller, Json};
use proconnect_runtime::{App, Function};
use proconnect_store::{BillingRecord, Stored};

/// Signed in: what one wants on one's invoices.
pub const FUNCTION: Function = proconnect_runtime::http!(GET "/v1/users/me/billing", handle);

/// What one has said; before that, nothing, and the account's name stands on invoices.
pub async fn handle(app: &App, caller: Caller, (): ()) -> Result<Json<BillingProfile>, ApiError> {
    let found = app.store.billings().get(caller.user_id).await?;
    let billing = found.map_or_else(|| BillingRecord::empty(caller.user_id), Stored::into_inner);
    Ok(Json(billing.view()))
}

//! `GET /v1/contracts/{contractId}`.

use proconnect_api::Contract;
use proconnect_domain::{ContractId, Role};
use proconnect_http::{ApiError, Caller, Json, Path};
use proconnect_runtime::{App, Function};

/// Its two sides, admins: a contract with its milestones and clocks.
pub const FUNCTION: Function = proconnect_runtime::http!(GET "/v1/contracts/{contractId}", handle);

/// A contract with its milestones, submissions and revisions; for its two sides and admins.
pub async fn handle(
    app: &App,
    caller: Caller,
    Path(id): Path<ContractId>,
) -> Result<Json<Contract>, ApiError> {
    let found = app
        .store
        .contracts()
        .detail(id)
        .await?
        .ok_or_else(|| ApiError::not_found("contract"))?;
    let is_client = found.contract.client.id == caller.user_id;
    if !is_client && found.contract.freelancer.id != caller.user_id && !caller.is(Role::Admin) {
        return Err(ApiError::not_found("contract"));
    }
    let sides = [found.contract.client.id, found.contract.freelancer.id];
    let people = app.store.people(sides).await?;
    Ok(Json(found.contract.view(
        &people,
        &found.submissions,
        &found.revisions,
        is_client,
    )))
}

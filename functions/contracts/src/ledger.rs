//! `GET /v1/contracts/{contractId}/ledger`: what happened to a contract's money.

use proconnect_api::Ledger;
use proconnect_domain::ContractId;
use proconnect_http::{ApiError, Caller, Json, PageQuery, Path, Query};
use proconnect_runtime::{App, Function};

/// Its two sides: every movement of a contract's money, chained by hashes.
pub const FUNCTION: Function = proconnect_runtime::http!(GET "/v1/contracts/{contractId}/ledger", handle);

/// The journals of a contract, oldest first, for its two sides; 404 for everybody else, admins among them.
pub async fn handle(
    app: &App,
    caller: Caller,
    (Path(id), Query(page)): (Path<ContractId>, Query<PageQuery>),
) -> Result<Json<Ledger>, ApiError> {
    let (limit, cursor) = (page.limit()?, page.cursor.as_deref());
    let payments = app.store.payments();
    let (contract, ledger) = payments.contract_and_ledger(id, limit, cursor).await?;
    // Whoever may not know of it learns nothing from a cursor either.
    let contract = contract.ok_or_else(|| ApiError::not_found("contract"))?;
    if contract.client.id != caller.user_id && contract.freelancer.id != caller.user_id {
        return Err(ApiError::not_found("contract"));
    }
    Ok(Json(ledger?))
}

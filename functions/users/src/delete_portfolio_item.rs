//! `DELETE /v1/users/me/portfolio/{itemId}`: removes a piece of the portfolio.

use crate::editing::Editing;
use proconnect_api::ActivityKind;
use proconnect_domain::PortfolioItemId;
use proconnect_http::{ApiError, Caller, Cookies, NoContent, Path};
use proconnect_runtime::App;

/// Removes it. 404 when it is not in one's own portfolio.
pub async fn handle(
    app: &App,
    caller: Caller,
    (client, Path(id)): (Cookies, Path<PortfolioItemId>),
) -> Result<NoContent, ApiError> {
    let mut editing = Editing::load(app, &caller).await?;
    let portfolio = &mut editing.profile.profile.portfolio;
    let before = portfolio.len();
    portfolio.retain(|piece| piece.id != id);
    if portfolio.len() == before {
        return Err(ApiError::not_found("piece of work"));
    }
    editing
        .save(app, &client, &[ActivityKind::ProfileUpdated])
        .await?;
    Ok(NoContent)
}

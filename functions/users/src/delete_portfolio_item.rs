//! `DELETE /v1/users/me/portfolio/{itemId}`: removes a piece of the portfolio.

use crate::editing::Editing;
use proconnect_domain::{ActivityKind, FilePurpose, PortfolioItemId};
use proconnect_http::{ApiError, Caller, Client, NoContent, Path};
use proconnect_runtime::{App, Function};

/// Signed in: removes a piece of the portfolio.
pub const FUNCTION: Function = proconnect_runtime::http!(DELETE "/v1/users/me/portfolio/{itemId}", handle);

/// Removes it. 404 when it is not in one's own portfolio.
pub async fn handle(
    app: &App,
    caller: Caller,
    (client, Path(id)): (Client, Path<PortfolioItemId>),
) -> Result<NoContent, ApiError> {
    let mut editing = Editing::load(app, &caller, None).await?;
    let portfolio = &mut editing.profile.profile.portfolio;
    let place = portfolio.iter().position(|piece| piece.id == id);
    let piece = portfolio.remove(place.ok_or_else(|| ApiError::not_found("piece of work"))?);
    editing.show("/fileId", piece.file_id(), None, FilePurpose::Portfolio)?;
    editing
        .save(app, &client, &[ActivityKind::ProfileUpdated])
        .await?;
    Ok(NoContent)
}

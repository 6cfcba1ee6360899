//! `PATCH /v1/users/me/portfolio/{itemId}`: changes a piece of the portfolio.

use crate::editing::Editing;
use crate::piece::PieceChange;
use proconnect_api::PortfolioItem;
use proconnect_domain::{ActivityKind, FilePurpose, PortfolioItemId};
use proconnect_http::{ApiError, Body, Caller, Client, Json, Path};
use proconnect_runtime::{App, Function};

/// Signed in: changes of a piece of the portfolio what is named.
pub const FUNCTION: Function = proconnect_runtime::http!(PATCH "/v1/users/me/portfolio/{itemId}", handle);

/// Changes it. 404 when it is not in one's own portfolio.
pub async fn handle(
    app: &App,
    caller: Caller,
    (client, Path(id), Body(body)): (Client, Path<PortfolioItemId>, Body<PieceChange>),
) -> Result<Json<PortfolioItem>, ApiError> {
    let wanted = body.file_id;
    let mut editing = Editing::load(app, &caller, wanted.flatten()).await?;
    let portfolio = &editing.profile.profile.portfolio;
    let place = portfolio.iter().position(|piece| piece.id == id);
    let place = place.ok_or_else(|| ApiError::not_found("piece of work"))?;
    let before = &portfolio[place];
    let (shown, mut item) = (before.file_id(), body.over(before)?);
    if let Some(file) = wanted.filter(|file| *file != shown) {
        item.show(editing.show("/fileId", shown, file, FilePurpose::Portfolio)?);
    }
    editing.profile.profile.portfolio[place] = item.clone();
    editing
        .save(app, &client, &[ActivityKind::ProfileUpdated])
        .await?;
    Ok(Json(item.into()))
}

//! `PATCH /v1/users/me/portfolio/{itemId}`: changes a piece of the portfolio.

use crate::editing::Editing;
use crate::piece::PieceChange;
use proconnect_api::PortfolioItem;
use proconnect_domain::{ActivityKind, FilePurpose, PortfolioItemId};
use proconnect_http::{ApiError, Body, Caller, Cookies, Json, Path};
use proconnect_runtime::{App, Function};

pub const FUNCTION: Function = proconnect_runtime::http!(PATCH "/v1/users/me/portfolio/{itemId}", handle);

/// Changes it. 404 when it is not in one's own portfolio.
pub async fn handle(
    app: &App,
    caller: Caller,
    (client, Path(id), Body(body)): (Cookies, Path<PortfolioItemId>, Body<PieceChange>),
) -> Result<Json<PortfolioItem>, ApiError> {
    let mut editing = Editing::load(app, &caller, body.picture_id.flatten()).await?;
    let portfolio = &mut editing.profile.profile.portfolio;
    let place = portfolio.iter_mut().find(|piece| piece.id == id);
    let place = place.ok_or_else(|| ApiError::not_found("piece of work"))?;
    let item = body.over(place).parse(id)?;
    let before = std::mem::replace(place, item.clone());
    let purpose = FilePurpose::Portfolio;
    editing.show("/pictureId", before.picture_id, item.picture_id, purpose)?;
    editing
        .save(app, &client, &[ActivityKind::ProfileUpdated])
        .await?;
    Ok(Json(item.into()))
}

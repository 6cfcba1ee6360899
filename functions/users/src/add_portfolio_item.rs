//! `POST /v1/users/me/portfolio`: adds a piece of work, at the end.

use crate::editing::Editing;
use crate::piece::Piece;
use proconnect_api::PortfolioItem;
use proconnect_domain::{ActivityKind, FilePurpose, MAX_PORTFOLIO};
use proconnect_http::{ApiError, Body, Caller, Cookies, Created, ErrorCode};
use proconnect_runtime::{App, Function};

pub const FUNCTION: Function = proconnect_runtime::http!(POST "/v1/users/me/portfolio", handle);

/// Adds it. 409 when the portfolio is full.
pub async fn handle(
    app: &App,
    caller: Caller,
    (client, Body(body)): (Cookies, Body<Piece>),
) -> Result<Created<PortfolioItem>, ApiError> {
    let item = body.parse(app.new_id()?)?;
    let mut editing = Editing::load(app, &caller, item.picture_id).await?;
    let portfolio = &mut editing.profile.profile.portfolio;
    if portfolio.len() >= MAX_PORTFOLIO {
        let full = format!("A portfolio holds {MAX_PORTFOLIO} pieces. Remove one first.");
        return Err(ApiError::new(ErrorCode::InvalidState, full));
    }
    portfolio.push(item.clone());
    editing.show("/pictureId", None, item.picture_id, FilePurpose::Portfolio)?;
    editing
        .save(app, &client, &[ActivityKind::ProfileUpdated])
        .await?;
    Ok(Created(item.into()))
}

//! `POST /v1/users/me/portfolio`: adds a piece of work, at the end.

use crate::editing::Editing;
use crate::piece::Piece;
use proconnect_api::PortfolioItem;
use proconnect_domain::{ActivityKind, FilePurpose, MAX_PORTFOLIO};
use proconnect_http::{ApiError, Body, Caller, Client, Created, ErrorCode, Idempotency};
use proconnect_runtime::{App, Function};

/// Signed in: adds a piece of work to the portfolio.
pub const FUNCTION: Function = proconnect_runtime::http!(POST "/v1/users/me/portfolio", handle);

/// Adds it. 409 when the portfolio is full.
pub async fn handle(
    app: &App,
    caller: Caller,
    (client, Body(body), idempotency): (Client, Body<Piece>, Idempotency),
) -> Result<Created<PortfolioItem>, ApiError> {
    let file = body.file_id;
    let mut item = body.parse(app.new_id()?)?;
    let mut editing = Editing::load(app, &caller, file).await?;
    if editing.profile.profile.portfolio.len() >= MAX_PORTFOLIO {
        let full = format!("A portfolio holds {MAX_PORTFOLIO} pieces. Remove one first.");
        return Err(ApiError::new(ErrorCode::InvalidState, full));
    }
    item.show(editing.show("/fileId", None, file, FilePurpose::Portfolio)?);
    editing.profile.profile.portfolio.push(item.clone());
    let answer = Created(item.into());
    editing.remember(idempotency.remember(caller.user_id, &answer)?);
    editing
        .save(app, &client, &[ActivityKind::ProfileUpdated])
        .await?;
    Ok(answer)
}

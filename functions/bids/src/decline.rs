//! `POST /v1/bids/{bidId}/decline`: declines a bid, with a reason that its freelancer learns.

use crate::{Side, decided, require};
use proconnect_api::Bid;
use proconnect_domain::{BidEvent, BidId, DeclineReason, Text, Validator, ValueError};
use proconnect_http::{ApiError, Body, Caller, Json, Path};
use proconnect_runtime::{App, Function};
use schemars::JsonSchema;
use serde::Deserialize;

/// The task's client: declines a bid, with a reason.
pub const FUNCTION: Function = proconnect_runtime::http!(POST "/v1/bids/{bidId}/decline", handle);

/// Why.
#[derive(Deserialize, JsonSchema)]
pub struct Decline {
    /// `price`, `timeline`, `experience` or `other`.
    reason: DeclineReason,
    /// What the freelancer should know: at most 1,000 characters.
    #[serde(default)]
    note: Option<String>,
}

/// Declines a bid that is not decided.
pub async fn handle(
    app: &App,
    caller: Caller,
    (Path(id), Body(body)): (Path<BidId>, Body<Decline>),
) -> Result<Json<Bid>, ApiError> {
    let mut bid = require(app.store.bids().get(id).await?, &caller, Side::Client)?;
    let mut errors = Validator::new();
    let reason = errors.field("/reason", chosen(body.reason));
    let note = errors.field(
        "/note",
        Text::<0, 1000>::parse(body.note.as_deref().unwrap_or_default()),
    );
    let (reason, note) = errors.finish((|| Some((reason?, note?)))())?;

    bid.status = bid.status.apply(BidEvent::Decline).map_err(decided)?;
    bid.decline_reason = Some(reason);
    bid.decline_note = Some(note.into_string()).filter(|note| !note.is_empty());
    let declined = bid.declined(reason);
    let answer = crate::view(app, &bid).await?;
    app.store.bids().update(&bid, [declined], app.now()).await?;
    Ok(Json(answer))
}

/// The other reasons are the platform's to give.
fn chosen(reason: DeclineReason) -> Result<DeclineReason, ValueError> {
    if reason.is_chosen() {
        return Ok(reason);
    }
    Err(ValueError::new(
        "invalid_reason",
        "Choose price, timeline, experience or other.",
    ))
}

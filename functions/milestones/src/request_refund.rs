//! `POST /v1/milestones/{milestoneId}/refund-requests`: asks for held money back.

use crate::refunds::{check_part, request, require_held};
use crate::{require, require_active};
use proconnect_api::RefundRequest;
use proconnect_domain::{Actor, Line, MAX_REFUND_REQUESTS, MilestoneId, Money, RefundRequestId, Validator};
use proconnect_http::{ApiError, Body, Caller, Created, ErrorCode, Idempotency, Path};
use proconnect_runtime::{App, Function};
use proconnect_store::{MilestoneRecord, Side};
use schemars::JsonSchema;
use serde::Deserialize;

/// Its client: asks for held money back, whole or in part.
pub const FUNCTION: Function =
    proconnect_runtime::http!(POST "/v1/milestones/{milestoneId}/refund-requests", handle);

/// What is asked for.
#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct RequestRefund {
    /// How much of what is held; all of it where nothing is said.
    amount: Option<Money>,
    /// Why, in a few words: 1 to 200 characters.
    #[schemars(example = &"The shop closes, so there is no use for a logo")]
    reason: String,
}

type Input = (Path<MilestoneId>, Body<RequestRefund>, Idempotency);

/// Asks for it. The freelancer has 5 days to answer; if they do not, nothing moves, and the client may call an admin at once by
/// opening a dispute. While it waits, the review of the work stands still. Three times at most for each milestone.
pub async fn handle(
    app: &App,
    caller: Caller,
    (Path(id), Body(body), idempotency): Input,
) -> Result<Created<RefundRequest>, ApiError> {
    let contract = app.store.contracts().get(id.contract_id()).await?;
    let mut contract = contract.ok_or_else(|| ApiError::not_found("milestone"))?;
    let milestone = require(&contract, id, &caller, Side::Client)?;
    let mut errors = Validator::new();
    let reason = errors.field("/reason", Line::<1, 200>::parse(&body.reason));
    let amount = body.amount.unwrap_or(milestone.held());
    let part = errors.field("/amount", check_part(milestone, amount));
    let (reason, ()) = errors.finish(reason.zip(part))?;
    require_active(&contract, milestone)?;
    require_held(milestone)?;
    let number = next_number(milestone)?;

    let (refunds, now) = (app.store.refunds(), app.now());
    let step = refunds.ask(&mut contract, id, (amount, reason.into_string()), now)?;
    let made = RefundRequestId::of(id, number);
    let answer = Created(request(&contract, made, Actor::Client)?);
    let remember = idempotency.remember(caller.user_id, &answer)?;
    refunds.commit(step, remember).await?;
    Ok(answer)
}

/// Each request lets the review stand still, so there is an end to them.
fn next_number(milestone: &MilestoneRecord) -> Result<u8, ApiError> {
    let made = u8::try_from(milestone.refund_requests.len()).unwrap_or(u8::MAX);
    if made < MAX_REFUND_REQUESTS {
        return Ok(made + 1);
    }
    let text = "You have asked for this milestone’s money three times. Open a dispute if there is still no agreement.";
    Err(ApiError::new(ErrorCode::InvalidState, text))
}

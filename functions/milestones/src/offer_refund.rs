//! `POST /v1/milestones/{milestoneId}/refunds`: gives held money back, unasked.

use crate::refunds::{check_part, require_held};
use crate::{require, require_active};
use proconnect_api::Milestone;
use proconnect_domain::{MAX_REFUNDS, MilestoneId, Money, Validator};
use proconnect_http::{ApiError, Body, Caller, Created, ErrorCode, Idempotency, Path};
use proconnect_runtime::{App, Function};
use proconnect_store::Side;
use schemars::JsonSchema;
use serde::Deserialize;

/// Its freelancer: gives held money back, whole or in part.
pub const FUNCTION: Function = proconnect_runtime::http!(POST "/v1/milestones/{milestoneId}/refunds", handle);

/// What goes back.
#[derive(Deserialize, JsonSchema)]
pub struct OfferRefund {
    /// How much of what is held; all of it where nothing is said.
    amount: Option<Money>,
}

type Input = (Path<MilestoneId>, Body<OfferRefund>, Idempotency);

/// Gives it back: the client has to do nothing. A request for no more than that is accepted with it; one for more goes on waiting.
pub async fn handle(
    app: &App,
    caller: Caller,
    (Path(id), Body(body), idempotency): Input,
) -> Result<Created<Milestone>, ApiError> {
    let found = app.store.milestones().to_approve(id).await?;
    let (mut found, chain) = found.ok_or_else(|| ApiError::not_found("milestone"))?;
    let milestone = require(&found.contract, id, &caller, Side::Freelancer)?;
    let amount = body.amount.unwrap_or(milestone.held());
    let mut errors = Validator::new();
    let part = errors.field("/amount", check_part(milestone, amount));
    errors.finish(part)?;
    require_active(&found.contract, milestone)?;
    require_held(milestone)?;
    if milestone.refunds.len() >= MAX_REFUNDS {
        let text = "Money of this milestone went back ten times already. Give back all of the rest through a dispute.";
        return Err(ApiError::new(ErrorCode::InvalidState, text));
    }

    let (refunds, now) = (app.store.refunds(), app.now());
    let step = refunds.offer(&mut found.contract, chain, (id, amount), now)?;
    let answer = Created(crate::view(&found, id, false)?);
    let remember = idempotency.remember(caller.user_id, &answer)?;
    refunds.commit(step, remember).await?;
    Ok(answer)
}

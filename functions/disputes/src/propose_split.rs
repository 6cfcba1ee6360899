//! `POST /v1/disputes/{disputeId}/split`: says in secret what one would accept.

use proconnect_api::Dispute;
use proconnect_domain::{DisputeId, Money, Validator, ValueError, is_part};
use proconnect_http::{ApiError, Body, Caller, ErrorCode, Idempotency, Json, Path};
use proconnect_runtime::{App, Function};
use proconnect_store::DisputeRecord;
use schemars::JsonSchema;
use serde::Deserialize;

/// Its two sides: says what one would accept; where the two meet, the money is split at once.
pub const FUNCTION: Function = proconnect_runtime::http!(POST "/v1/disputes/{disputeId}/split", handle);

/// What one would accept.
#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ProposeSplit {
    /// Of what is held, before the platform's fee: the most that the client would let go to the freelancer, or the least that
    /// the freelancer would take.
    to_freelancer: Money,
    /// The round that it is for: 409 once another has begun, so that what is sent twice never counts for two rounds.
    round: Option<u8>,
}

type Input = (Path<DisputeId>, Body<ProposeSplit>, Idempotency);

/// Takes it in. Once both have said it: if the freelancer's least is no more than the client's most, each gets their part at the
/// middle of the two; otherwise there is another round, three in all, and then an admin decides. Said again before the other side
/// has, it takes the place of what one said before. Nobody is ever told what the other has said.
pub async fn handle(
    app: &App,
    caller: Caller,
    (Path(id), Body(body), idempotency): Input,
) -> Result<Json<Dispute>, ApiError> {
    let disputes = app.store.disputes();
    let found = disputes.detail(id).await?;
    let mut found = found.ok_or_else(|| ApiError::not_found("dispute"))?;
    let side = crate::side(&found.dispute, caller.user_id)?;
    check(&found.dispute, &body)?;

    let now = app.now();
    let stepped = found.dispute.propose(side, body.to_freelancer, now)?;
    let to_settle = match stepped.outcome {
        Some(_) => disputes.to_settle(found.dispute.contract_id()).await?,
        None => None,
    };
    let answer = Json(crate::view(app, &found.dispute, &found.evidence, side).await?);
    let remember = idempotency.remember_done(caller.user_id, &answer)?;
    disputes
        .commit(&found.dispute, stepped, to_settle, remember, now)
        .await?;
    Ok(answer)
}

fn check(dispute: &DisputeRecord, body: &ProposeSplit) -> Result<(), ApiError> {
    let mut errors = Validator::new();
    let part = match is_part(dispute.held, body.to_freelancer) {
        true => Ok(()),
        false => Err(ValueError::new(
            "not_a_part",
            format!("Enter an amount from nothing up to {}.", dispute.held),
        )),
    };
    let part = errors.field("/toFreelancer", part);
    errors.finish(part)?;
    if body.round.is_some_and(|round| round != dispute.round) {
        let text = format!("Round {} has begun meanwhile.", dispute.round);
        return Err(ApiError::new(ErrorCode::InvalidState, text));
    }
    Ok(())
}

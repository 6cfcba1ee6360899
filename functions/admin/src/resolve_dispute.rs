//! `POST /v1/admin/disputes/{disputeId}/resolve`: rules in a dispute.

use proconnect_api::Dispute;
use proconnect_auth::Admin;
use proconnect_domain::{Actor, DisputeEvent, DisputeId, Money, Text, Validator, ValueError, is_part};
use proconnect_http::{ApiError, Body, Idempotency, Json, Path};
use proconnect_runtime::{App, Function};
use proconnect_store::{Audit, Ruling};
use schemars::JsonSchema;
use serde::Deserialize;

/// Admins, in no dispute of their own: decide who gets what, for a reason that both sides are told.
pub const FUNCTION: Function =
    proconnect_runtime::http!(POST "/v1/admin/disputes/{disputeId}/resolve", handle);

/// Who gets what, and why.
#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ResolveDispute {
    /// The freelancer's part of what is held, before the platform's fee. The rest goes back to the client.
    to_freelancer: Money,
    /// Why: 1 to 1,000 characters, which both sides read.
    #[schemars(example = &"Two of three drafts were delivered as agreed.")]
    reason: String,
}

type Input = (Path<DisputeId>, Body<ResolveDispute>, Idempotency);

/// Rules in an open dispute; also before its rounds are over, where waiting would help nobody.
pub async fn handle(
    app: &App,
    admin: Admin,
    (Path(id), Body(body), idempotency): Input,
) -> Result<Json<Dispute>, ApiError> {
    let disputes = app.store.disputes();
    let found = disputes.detail(id).await?;
    let mut found = found.ok_or_else(|| ApiError::not_found("dispute"))?;
    let user = admin.caller().user_id;
    if found.dispute.side_of(user).is_some() {
        return Err(ApiError::forbidden("Nobody rules in a dispute of their own."));
    }
    let mut errors = Validator::new();
    let part = match is_part(found.dispute.held, body.to_freelancer) {
        true => Ok(body.to_freelancer),
        false => Err(ValueError::new(
            "not_a_part",
            format!("Enter an amount from nothing up to {}.", found.dispute.held),
        )),
    };
    let part = errors.field("/toFreelancer", part);
    let reason = errors.field("/reason", Text::<1, 1000>::parse(&body.reason));
    let (to_freelancer, reason) = errors.finish(part.zip(reason))?;
    found.dispute.status.apply(DisputeEvent::Rule)?;

    let to_settle = disputes.to_settle(found.dispute.contract_id()).await?;
    let to_settle = to_settle.ok_or_else(|| ApiError::not_found("contract"))?;
    let sides = [found.dispute.client.id, found.dispute.freelancer.id];
    let people = app.store.people(sides).await?;
    let now = app.now();
    let ruling = Ruling {
        to_freelancer,
        reason: reason.clone().into_string(),
    };
    let ruled = (Audit::new(&admin, reason), ruling);
    let step = disputes.rule(&mut found.dispute, to_settle, ruled, now)?;
    let answer = Json(found.dispute.view(&people, &found.evidence, Actor::Platform));
    let remember = idempotency.remember_done(user, &answer)?;
    disputes.commit_ruling(step, remember).await?;
    Ok(answer)
}

//! `POST /v1/admin/milestones/{milestoneId}/payments/{paymentId}/resolve`: notes that what failed was paid by hand.

use crate::stuck;
use proconnect_api::StuckPayment;
use proconnect_auth::Admin;
use proconnect_domain::{MilestoneId, PaymentId, Text, Validator};
use proconnect_http::{ApiError, Body, ErrorCode, Idempotency, Json, Paths};
use proconnect_runtime::{App, Function};
use proconnect_store::{Audit, BillingDetails, StuckKind};
use schemars::JsonSchema;
use serde::Deserialize;

/// Admins, in no contract of their own: note that a payout or refund that failed was paid from the platform's own bank.
pub const FUNCTION: Function =
    proconnect_runtime::http!(POST "/v1/admin/milestones/{milestoneId}/payments/{paymentId}/resolve", handle);

/// How it was paid.
#[derive(Deserialize, JsonSchema)]
pub struct ResolvePayment {
    /// How, and where that can be seen: 1 to 1,000 characters, which admins read.
    #[schemars(example = &"Bank transfer of 12 December, reference PC-104.")]
    reason: String,
}

type Input = (Paths<MilestoneId, PaymentId>, Body<ResolvePayment>, Idempotency);

/// Books it as paid by hand, and tells both sides as if the processor had done it. It can't be undone.
pub async fn handle(
    app: &App,
    admin: Admin,
    (Paths(milestone, payment), Body(body), idempotency): Input,
) -> Result<Json<StuckPayment>, ApiError> {
    let which = (milestone, payment);
    let (mut contract, chain) = stuck::find(app, &admin, which).await?;
    let mut errors = Validator::new();
    let reason = errors.field("/reason", Text::<1, 1000>::parse(&body.reason));
    let reason = errors.finish(reason)?;
    let found = stuck::require(&contract, which)?;
    if found.kind == StuckKind::FraudWarning {
        let text = "Nothing was refused here. Let the money go, or have the freelancer give it back.";
        return Err(ApiError::new(ErrorCode::InvalidState, text));
    }
    let (queue, now) = (app.store.stuck(), app.now());
    let platform = BillingDetails::of_platform(app.config.platform_seller.as_deref());
    let (people, issuing) = queue.to_note(&contract, &found, platform).await?;
    let answer = Json(found.view(&contract, &people));
    let audit = Audit::new(&admin, reason);
    let step = queue.resolve(&mut contract, (chain, issuing), &found, audit, now)?;
    let remember = idempotency.remember_done(admin.caller().user_id, &answer)?;
    queue.commit(step, remember).await?;
    Ok(answer)
}

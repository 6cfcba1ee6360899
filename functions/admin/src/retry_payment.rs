//! `POST /v1/admin/milestones/{milestoneId}/payments/{paymentId}/retry`: has a payout or refund that failed tried again, or lets one go that a network has warned of.

use crate::stuck;
use proconnect_api::StuckPayment;
use proconnect_auth::Admin;
use proconnect_domain::{MilestoneId, PaymentId, Text, Validator};
use proconnect_http::{ApiError, Body, Idempotency, Json, Paths};
use proconnect_runtime::{App, Function};
use proconnect_store::Audit;
use schemars::JsonSchema;
use serde::Deserialize;

/// Admins, in no contract of their own: have a payout or refund that failed tried again, or let one go that a network warned of.
pub const FUNCTION: Function =
    proconnect_runtime::http!(POST "/v1/admin/milestones/{milestoneId}/payments/{paymentId}/retry", handle);

/// Why it may go through now.
#[derive(Deserialize, JsonSchema)]
pub struct RetryPayment {
    /// Why: 1 to 1,000 characters, which admins read.
    #[schemars(example = &"Stripe has lifted the block of the account.")]
    reason: String,
}

type Input = (Paths<MilestoneId, PaymentId>, Body<RetryPayment>, Idempotency);

/// Orders it once more. If it fails again, it is stuck again.
pub async fn handle(
    app: &App,
    admin: Admin,
    (Paths(milestone, payment), Body(body), idempotency): Input,
) -> Result<Json<StuckPayment>, ApiError> {
    let which = (milestone, payment);
    let (mut contract, _) = stuck::find(app, &admin, which).await?;
    let mut errors = Validator::new();
    let reason = errors.field("/reason", Text::<1, 1000>::parse(&body.reason));
    let reason = errors.finish(reason)?;
    let found = stuck::require(&contract, which)?;
    let answer = stuck::view(app, &contract, &found).await?;
    let (queue, now) = (app.store.stuck(), app.now());
    let step = queue.retry(&mut contract, &found, Audit::new(&admin, reason), now)?;
    let remember = idempotency.remember_done(admin.caller().user_id, &answer)?;
    queue.commit(step, remember).await?;
    Ok(answer)
}

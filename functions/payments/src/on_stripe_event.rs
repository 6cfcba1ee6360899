//! `POST /v1/payments/stripe-events`: takes Stripe's webhooks in.
//!
//! Only the envelope is read here. The worker fetches the object and applies what it says then, so that events may
//! come twice, late, and in any order.

use proconnect_events::Cause;
use proconnect_http::{ApiError, ErrorCode, Json, RawBody};
use proconnect_messaging::LookAtStripeEvent;
use proconnect_payments::webhook;
use proconnect_runtime::{App, Function};
use schemars::JsonSchema;
use serde::Serialize;

/// Stripe, by signature: takes a webhook in.
pub const FUNCTION: Function =
    proconnect_runtime::http!(POST "/v1/payments/stripe-events", handle, reserved = 20);

/// Taken in.
#[derive(Serialize, JsonSchema)]
pub struct Received {
    /// Always true.
    received: bool,
}

/// Remembers the event and lets it be looked at, together. What follows from it names the event as its cause. A repeat changes nothing.
pub async fn handle(app: &App, raw: RawBody, (): ()) -> Result<Json<Received>, ApiError> {
    let refused = |error| ApiError::of(ErrorCode::InvalidSignature).caused_by(error);
    let header = raw
        .headers
        .get("stripe-signature")
        .and_then(|value| value.to_str().ok());
    let header = header.ok_or_else(|| refused(webhook::WebhookError::Malformed))?;
    webhook::verify(&app.config.webhook_secrets, header, &raw.bytes, app.now()).map_err(refused)?;
    let event =
        webhook::envelope(&raw.bytes).ok_or_else(|| ApiError::malformed("The body is not an event."))?;
    let event = LookAtStripeEvent {
        event_id: event.id,
        event_type: event.event_type,
        object_id: event.object_id,
    };
    let app = app.caused_by(Cause::new(&event.event_id));
    app.store.payments().take_event(&event, app.now()).await?;
    Ok(Json(Received { received: true }))
}

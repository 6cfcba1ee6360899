//! The stand-in's webhooks.

use crate::gateway;
use crate::world::World;
use axum::body::Body;
use axum::extract::State;
use axum::http::Request;
use std::sync::{Arc, Weak};
use stripe_local::WebhookSender;

/// Hands webhooks to the gateway as an HTTP request, without a network in between.
pub(crate) struct ToGateway(pub(crate) Weak<World>);

#[async_trait::async_trait]
impl WebhookSender for ToGateway {
    async fn send(&self, body: Vec<u8>, signature: String) -> Result<u16, String> {
        let world: Arc<World> = self.0.upgrade().ok_or("the embedded cloud is stopping")?;
        let request = Request::post("/v1/payments/stripe-events")
            .header("content-type", "application/json")
            .header("stripe-signature", signature)
            .body(Body::from(body))
            .map_err(|error| error.to_string())?;
        let response = gateway::serve(State(world), request).await;
        Ok(response.status().as_u16())
    }
}

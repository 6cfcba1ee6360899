//! The Stripe stand-in inside the embedded cloud.

use crate::Error;
use crate::world::World;
use axum::body::Body;
use axum::http::Request;
use std::sync::{Arc, Weak};
use stripe_local::WebhookSender;

/// Serves the stand-in's API on a port of its own (the client library takes an origin without a path).
pub(crate) async fn serve_api(stripe: &stripe_local::StripeLocal) -> Result<String, Error> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let origin = format!("http://{}", listener.local_addr()?);
    let api = stripe.api();
    tokio::spawn(async move { axum::serve(listener, api).await });
    Ok(origin)
}

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
        let response = crate::gateway::serve(axum::extract::State(world), request).await;
        Ok(response.status().as_u16())
    }
}

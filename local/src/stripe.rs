//! The Stripe stand-in inside the embedded cloud.

use crate::Error;

/// Serves the stand-in's API on a port of its own (the client library takes an origin without a path).
pub(crate) async fn serve_api(stripe: &stripe_local::StripeLocal) -> Result<String, Error> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let origin = format!("http://{}", listener.local_addr()?);
    let api = stripe.api();
    tokio::spawn(async move { axum::serve(listener, api).await });
    Ok(origin)
}

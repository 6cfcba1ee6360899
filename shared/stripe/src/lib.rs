//! Stripe behind the payment port. The only crate that links `async-stripe`.

#![warn(missing_docs)]

mod convert;
mod error;
mod gateway;
mod ids;

pub use gateway::StripeGateway;

use proconnect_payments::PaymentGateway;
use proconnect_runtime::{Config, HandlerError};
use std::sync::Arc;

/// The gateway that the configuration asks for.
pub fn gateway(config: &Config) -> Result<Arc<dyn PaymentGateway>, HandlerError> {
    let key = config
        .stripe_key
        .as_deref()
        .ok_or("STRIPE_SECRET_KEY is not set")?;
    Ok(Arc::new(StripeGateway::new(key, config.stripe_url.as_deref())?))
}

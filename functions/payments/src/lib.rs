//! Payouts, history, invoices, Stripe's events.

// Written by `cargo xtask generate`, from here
// to here.

mod funding;
mod payout_account;
mod release;

use proconnect_http::{ApiError, ErrorCode};
use proconnect_payments::GatewayError;

/// The processor gave no usable answer; nothing is lost.
pub(crate) fn unavailable(error: GatewayError) -> ApiError {
    ApiError::of(ErrorCode::ProcessorUnavailable).caused_by(error)
}

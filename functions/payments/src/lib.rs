//! Payouts, history, invoices, Stripe's events.

// Written by `cargo xtask generate`, from here
pub mod account;
pub mod export;
pub mod get_invoice;
pub mod list;
pub mod on_stripe_event;
pub mod onboarding;
pub mod worker;

/// The functions of this domain.
#[rustfmt::skip]
pub const FUNCTIONS: &[proconnect_runtime::Function] = &[
    account::FUNCTION,
    export::FUNCTION,
    get_invoice::FUNCTION,
    list::FUNCTION,
    on_stripe_event::FUNCTION,
    onboarding::FUNCTION,
    worker::FUNCTION,
];
// to here.

mod csv;
mod funding;
mod payout_account;
mod refund;
mod release;

use proconnect_http::{ApiError, ErrorCode};
use proconnect_payments::GatewayError;

/// The processor gave no usable answer; nothing is lost.
pub(crate) fn unavailable(error: GatewayError) -> ApiError {
    ApiError::of(ErrorCode::ProcessorUnavailable).caused_by(error)
}

//! Payouts, history, invoices, Stripe's events.

pub mod account;
mod funding;
pub mod get_invoice;
pub mod list;
pub mod on_stripe_event;
pub mod onboarding;
mod payout_account;
mod release;
pub mod worker;

use proconnect_http::{ApiError, ErrorCode};
use proconnect_payments::GatewayError;
use proconnect_runtime::Function;

/// The functions of this domain.
pub const FUNCTIONS: &[Function] = &[
    onboarding::FUNCTION,
    account::FUNCTION,
    list::FUNCTION,
    get_invoice::FUNCTION,
    on_stripe_event::FUNCTION,
    worker::FUNCTION,
];

/// The processor gave no usable answer; nothing is lost.
pub(crate) fn unavailable(error: GatewayError) -> ApiError {
    ApiError::of(ErrorCode::ProcessorUnavailable).caused_by(error)
}

//! What a failed call means for the money.

use proconnect_payments::GatewayError;
use stripe::StripeError;

/// Classifies an error. Anything that is not a clear word of Stripe's leaves the outcome unknown.
pub(crate) fn gateway_error(error: StripeError) -> GatewayError {
    let (details, status) = match error {
        StripeError::Stripe(details, status) => (details, status),
        StripeError::ConfigError(message) => return GatewayError::Refused(message),
        // A body that is not Stripe's, a broken connection, a time-out: it may have happened all the same.
        other => return GatewayError::Unknown(other.to_string()),
    };
    let code = details
        .code
        .as_ref()
        .map(|code| code.to_string())
        .unwrap_or_default();
    let message = details.message.clone().unwrap_or_default();
    let text = format!("{status} {code}: {message}");
    match (status, code.as_str()) {
        (500.., _) => GatewayError::Unknown(text),
        (409 | 429, _) => GatewayError::Busy(text),
        (_, "charge_already_refunded") => GatewayError::AlreadyRefunded(text),
        (_, "balance_insufficient") => GatewayError::InsufficientBalance(text),
        (
            _,
            "insufficient_capabilities_for_transfer"
            | "account_invalid"
            | "account_closed"
            | "transfers_not_allowed",
        ) => GatewayError::AccountNotReady(text),
        (404, _) | (_, "resource_missing") => GatewayError::NotFound(text),
        // A key that was rolled, or that may not do this: nothing was done, and every payment would say the same
        // (docs.stripe.com/api/errors). It waits until a person has mended that.
        (401 | 403, _) => GatewayError::Busy(text),
        _ => GatewayError::Refused(text),
    }
}

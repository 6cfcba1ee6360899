//! What admins do.

// Written by `cargo xtask generate`, from here
pub mod list_disputes;
pub mod list_stuck_payments;
pub mod resolve_dispute;
pub mod resolve_payment;
pub mod retry_payment;

/// The functions of this domain.
#[rustfmt::skip]
pub const FUNCTIONS: &[proconnect_runtime::Function] = &[
    list_disputes::FUNCTION,
    list_stuck_payments::FUNCTION,
    resolve_dispute::FUNCTION,
    resolve_payment::FUNCTION,
    retry_payment::FUNCTION,
];
// to here.

mod stuck;

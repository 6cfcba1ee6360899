//! What admins do.

// Written by `cargo xtask generate`, from here
pub mod list_disputes;
pub mod resolve_dispute;

/// The functions of this domain.
#[rustfmt::skip]
pub const FUNCTIONS: &[proconnect_runtime::Function] = &[
    list_disputes::FUNCTION,
    resolve_dispute::FUNCTION,
];
// to here.

//! Contracts.

// Written by `cargo xtask generate`, from here
pub mod get;
pub mod list;

/// The functions of this domain.
#[rustfmt::skip]
pub const FUNCTIONS: &[proconnect_runtime::Function] = &[
    get::FUNCTION,
    list::FUNCTION,
];
// to here.

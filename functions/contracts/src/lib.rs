//! Contracts.

// Written by `cargo xtask generate`, from here
pub mod get;
pub mod ledger;
pub mod list;

/// The functions of this domain.
#[rustfmt::skip]
pub const FUNCTIONS: &[proconnect_runtime::Function] = &[
    get::FUNCTION,
    ledger::FUNCTION,
    list::FUNCTION,
];
// to here.

//! What people are told: by mail, and over their open connections.

mod account;
mod connections;
mod context;
mod letters;

// Written by `cargo xtask generate`, from here
pub mod email_worker;
pub mod worker;

/// The functions of this domain.
#[rustfmt::skip]
pub const FUNCTIONS: &[proconnect_runtime::Function] = &[
    email_worker::FUNCTION,
    worker::FUNCTION,
];
// to here.

//! What keeps the rest going.

mod outbox;

// Written by `cargo xtask generate`, from here
pub mod dispatch;
pub mod health;
pub mod sweep;
pub mod timers;

/// The functions of this domain.
#[rustfmt::skip]
pub const FUNCTIONS: &[proconnect_runtime::Function] = &[
    dispatch::FUNCTION,
    health::FUNCTION,
    sweep::FUNCTION,
    timers::FUNCTION,
];
// to here.

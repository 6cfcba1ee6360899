//! What keeps the rest going.

mod outbox;
mod pace;
mod rewriting;

// Written by `cargo xtask generate`, from here
pub mod dispatch;
pub mod health;
pub mod rewrite;
pub mod sweep;
pub mod timers;

/// The functions of this domain.
#[rustfmt::skip]
pub const FUNCTIONS: &[proconnect_runtime::Function] = &[
    dispatch::FUNCTION,
    health::FUNCTION,
    rewrite::FUNCTION,
    sweep::FUNCTION,
    timers::FUNCTION,
];
// to here.

//! What keeps the rest going.

mod outbox;
mod pace;
mod rewriting;
mod routes;

// Written by `cargo xtask generate`, from here
pub mod dispatch;
pub mod health;
pub mod remind;
pub mod rewrite;
pub mod sweep;
pub mod timers;
pub mod unrouted;

/// The functions of this domain.
#[rustfmt::skip]
pub const FUNCTIONS: &[proconnect_runtime::Function] = &[
    dispatch::FUNCTION,
    health::FUNCTION,
    remind::FUNCTION,
    rewrite::FUNCTION,
    sweep::FUNCTION,
    timers::FUNCTION,
    unrouted::FUNCTION,
];
// to here.

//! The WebSocket connection between a browser and us: opened with a ticket, kept by pings, closed.

// Written by `cargo xtask generate`, from here
pub mod connect;
pub mod default;
pub mod disconnect;
pub mod ping;
pub mod ticket;

/// The functions of this domain.
#[rustfmt::skip]
pub const FUNCTIONS: &[proconnect_runtime::Function] = &[
    connect::FUNCTION,
    default::FUNCTION,
    disconnect::FUNCTION,
    ping::FUNCTION,
    ticket::FUNCTION,
];
// to here.

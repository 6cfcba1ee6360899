//! The WebSocket connection between a browser and us: opened with a ticket, kept by pings, closed.

pub mod connect;
pub mod default;
pub mod disconnect;
pub mod ping;
pub mod ticket;

use proconnect_runtime::Function;

/// The functions of this domain.
pub const FUNCTIONS: &[Function] = &[
    ticket::FUNCTION,
    connect::FUNCTION,
    disconnect::FUNCTION,
    ping::FUNCTION,
    default::FUNCTION,
];

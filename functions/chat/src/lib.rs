//! The WebSocket connection between a browser and us: opened with a ticket, kept by pings, closed.

pub mod connect;
pub mod default;
pub mod disconnect;
pub mod ping;
pub mod ticket;

use proconnect_runtime::Function;

/// The functions of this domain.
pub const FUNCTIONS: &[Function] = &[
    proconnect_runtime::http!("chat-ticket", ticket::handle),
    proconnect_runtime::socket!("chat-connect", connect::handle),
    proconnect_runtime::socket!("chat-disconnect", disconnect::handle),
    proconnect_runtime::socket!("chat-ping", ping::handle),
    proconnect_runtime::socket!("chat-default", default::handle),
];

//! The WebSocket connection.

mod connect;
mod default;
mod disconnect;
mod ping;
mod ticket;

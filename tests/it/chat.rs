//! The WebSocket connection.

mod connect;
mod default;
mod disconnect;
mod frames;
mod ping;
mod ticket;

//! The WebSocket connection.

// Written by `cargo xtask generate`, from here
mod connect;
mod default;
mod disconnect;
mod frames;
mod ping;
mod ticket;
// to here.

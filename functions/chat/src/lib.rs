//! The WebSocket connection between a browser and us: opened with a ticket, kept by pings, closed.

// Written by `cargo xtask generate`, from here
// to here.


//! What people are told: by mail, and over their open connections.

// Written by `cargo xtask generate`, from here
// to here.

mod account;


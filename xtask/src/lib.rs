//! The project's own checks and generators. `cargo xtask help` lists them.
//!
//! Everything works on a root path, so that tests run it on a small tree of their own.

pub mod budgets;
pub mod declaration;
pub mod events;
pub mod generate;
mod local;
pub mod manifest;
mod modules;
pub mod name;
pub mod new_endpoint;
pub mod openapi;
pub mod rights;
pub mod samples;
pub mod template;
pub mod tidy;
pub mod tree;
pub mod verify_pack;
mod yaml;

/// These commands end at the first thing that cannot be read, and say which.
pub type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

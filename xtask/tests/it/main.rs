//! The checks and generators on trees of their own.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod fixture;
mod new_endpoint;
mod rights;
mod stacks;
mod tidy;

//! What people are told: by mail, and over their open connections.

mod account;
mod connections;
mod context;
pub mod email_worker;
pub mod worker;

use proconnect_runtime::Function;

/// The functions of this domain.
pub const FUNCTIONS: &[Function] = &[worker::FUNCTION, email_worker::FUNCTION];

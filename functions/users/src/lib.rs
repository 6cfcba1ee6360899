//! People.

pub mod get_me;

use proconnect_runtime::Function;

/// The functions of this domain.
pub const FUNCTIONS: &[Function] = &[proconnect_runtime::http!("users-get-me", get_me::handle)];

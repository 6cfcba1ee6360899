//! Contracts.

pub mod get;
pub mod list;

use proconnect_runtime::Function;

/// The functions of this domain.
pub const FUNCTIONS: &[Function] = &[list::FUNCTION, get::FUNCTION];

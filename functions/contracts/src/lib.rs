//! Contracts.

pub mod list;
pub mod get;

use proconnect_runtime::Function;

/// The functions of this domain.
pub const FUNCTIONS: &[Function] = &[
    proconnect_runtime::http!("contracts-list", list::handle),
    proconnect_runtime::http!("contracts-get", get::handle),
];

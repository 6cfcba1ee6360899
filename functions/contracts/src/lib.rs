//! Contracts.

pub mod get;
pub mod list;

use proconnect_runtime::Function;

/// The functions of this domain.
pub const FUNCTIONS: &[Function] = &[
    proconnect_runtime::http!("contracts-list", list::handle),
    proconnect_runtime::http!("contracts-get", get::handle),
];

//! What keeps the rest going.

pub mod dispatch;
pub mod health;
pub mod timers;

use proconnect_runtime::Function;

/// The functions of this domain.
pub const FUNCTIONS: &[Function] = &[
    proconnect_runtime::http!("system-health", health::handle),
    proconnect_runtime::stream!("system-dispatch", dispatch::handle),
    proconnect_runtime::schedule!("system-timers", timers::handle),
];

//! What keeps the rest going.

pub mod dispatch;
pub mod health;
pub mod timers;

use proconnect_runtime::Function;

/// The functions of this domain.
pub const FUNCTIONS: &[Function] = &[health::FUNCTION, dispatch::FUNCTION, timers::FUNCTION];

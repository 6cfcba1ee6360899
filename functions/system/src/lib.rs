//! What keeps the rest going.

pub mod dispatch;
pub mod health;
mod outbox;
pub mod timers;

use proconnect_runtime::Function;

/// The functions of this domain.
pub const FUNCTIONS: &[Function] = &[health::FUNCTION, dispatch::FUNCTION, timers::FUNCTION];

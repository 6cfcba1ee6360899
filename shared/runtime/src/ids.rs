//! Time: the only place that asks the machine for it.

use proconnect_domain::Timestamp;

/// Where the time comes from. In the cloud the system's clock, locally one that can be moved.
pub trait Clock: Send + Sync {
    /// The time now.
    fn now(&self) -> Timestamp;
}

/// The system's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_jiff(jiff::Timestamp::now())
    }
}

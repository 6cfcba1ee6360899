//! Time and randomness: the only places that ask the machine for them.

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

/// A fresh ULID for `at`: 48 bits of milliseconds and 80 random bits.
pub(crate) fn ulid(at: Timestamp) -> Result<ulid::Ulid, getrandom::Error> {
    let mut random = [0_u8; 16];
    getrandom::fill(&mut random)?;
    let millis = u64::try_from(at.as_millis()).unwrap_or_default();
    Ok(ulid::Ulid::from_parts(millis, u128::from_be_bytes(random)))
}

//! Fresh ids.

use crate::StoreError;
use proconnect_domain::{Timestamp, TypedId};

/// A new id for `at`: a ULID of its milliseconds and 80 random bits. Fails only when the system has no randomness.
pub fn fresh_id<T: TypedId>(at: Timestamp) -> Result<T, StoreError> {
    let mut random = [0_u8; 16];
    getrandom::fill(&mut random).map_err(|error| StoreError::Other(error.to_string()))?;
    let millis = u64::try_from(at.as_millis()).unwrap_or_default();
    Ok(T::from_ulid(ulid::Ulid::from_parts(
        millis,
        u128::from_be_bytes(random),
    )))
}

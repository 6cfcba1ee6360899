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

/// New ids for what happens in one change, in that order: each is the one before plus one, the ULID
/// specification's monotonicity. Ids that are drawn one by one sort at random within their millisecond.
pub fn fresh_ids<T: TypedId>(at: Timestamp) -> Result<impl Iterator<Item = T>, StoreError> {
    let first = fresh_id::<T>(at)?.ulid();
    Ok((0..).map(move |place| T::from_ulid(ulid::Ulid(first.0.wrapping_add(place)))))
}

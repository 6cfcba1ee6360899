//! Keys of blocks.

use super::{Key, key};
use proconnect_domain::UserId;

/// That somebody wants to hear nothing of another.
pub(crate) fn block(user: UserId, blocked: UserId) -> Key {
    key(format!("USER#{user}"), format!("{BLOCK}{blocked}"))
}
pub(crate) const BLOCK: &str = "BLOCK#";

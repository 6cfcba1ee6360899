//! The key of the rewrite: there is one at a time.

use super::{Key, key};

pub(crate) fn rewrite() -> Key {
    key(REWRITE.to_owned(), REWRITE)
}
pub(crate) const REWRITE: &str = "REWRITE";

//! Keys of files.

use super::{Key, key};
use proconnect_domain::{FileId, UserId};

pub(crate) fn file(id: FileId) -> Key {
    key(format!("FILE#{id}"), "#FILE")
}
pub(crate) fn files_of(owner: UserId) -> String {
    format!("USER#{owner}#FILES")
}
pub(crate) const DUE_FILES: &str = "DUE#files";

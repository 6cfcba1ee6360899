//! Keys of files.

use super::{Key, Shards, key};
use proconnect_domain::{FileId, UserId};

pub(crate) fn file(id: FileId) -> Key {
    key(format!("{FILE}{id}"), FILE_SORT)
}
/// The same, by the id as the index of what is due has it.
pub(crate) fn file_due(id: &str) -> Key {
    key(format!("{FILE}{id}"), FILE_SORT)
}
pub(crate) const FILE: &str = "FILE#";
pub(crate) const FILE_SORT: &str = "#FILE";
pub(crate) fn files_of(owner: UserId) -> String {
    format!("USER#{owner}#FILES")
}
pub(crate) const DUE_FILES: Shards = Shards::due("DUE#files");

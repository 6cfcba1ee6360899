//! Files.

mod facts;
mod record;
mod repository;

pub use record::{FileHome, FileRecord};
pub use repository::{Files, FoundFiles};
pub(crate) use repository::{file_keys, found_files, remove_file, write_files};

//! Files.

pub(crate) mod cards;
mod changes;
mod facts;
mod record;
mod repository;
mod view;

pub use record::{AttachedFile, FileHome, FileRecord};
pub use repository::{Files, FoundFiles};
pub(crate) use repository::{file_keys, found_files, remove_file, write_files};
pub(crate) use view::references;

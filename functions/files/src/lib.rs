//! Files: announced, sent to the bucket by the browser itself, looked at, downloaded.

pub mod create_upload;
pub mod delete;
pub mod get;
mod inspect;
pub mod on_uploaded;

use proconnect_runtime::Function;

/// The functions of this domain.
pub const FUNCTIONS: &[Function] = &[
    proconnect_runtime::http!("files-create-upload", create_upload::handle),
    proconnect_runtime::http!("files-get", get::handle),
    proconnect_runtime::http!("files-delete", delete::handle),
    proconnect_runtime::sqs!("files-on-uploaded", on_uploaded::handle),
];

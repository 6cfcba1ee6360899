//! Files: announced, sent to the bucket by the browser itself, looked at, downloaded.

pub mod create_upload;
pub mod delete;
pub mod get;
mod inspect;
pub mod on_uploaded;

use proconnect_runtime::Function;

/// The functions of this domain.
pub const FUNCTIONS: &[Function] = &[
    create_upload::FUNCTION,
    get::FUNCTION,
    delete::FUNCTION,
    on_uploaded::FUNCTION,
];

//! Files: announced, sent to the bucket by the browser itself, looked at, downloaded.

// Written by `cargo xtask generate`, from here
pub mod create_upload;
pub mod delete;
pub mod get;
pub mod on_uploaded;
pub mod worker;

/// The functions of this domain.
#[rustfmt::skip]
pub const FUNCTIONS: &[proconnect_runtime::Function] = &[
    create_upload::FUNCTION,
    delete::FUNCTION,
    get::FUNCTION,
    on_uploaded::FUNCTION,
    worker::FUNCTION,
];
// to here.

mod inspect;

// Written by `cargo xtask generate`, from here
mod attachments;
mod create_upload;
mod delete;
mod get;
mod on_uploaded;
mod pictures;
mod portfolio;
mod previews;
mod scanner;
mod worker;
// to here.

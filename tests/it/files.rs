mod attachments;
mod create_upload;
mod delete;
mod get;
mod on_uploaded;
mod pictures;
mod scanner;
mod worker;

mod approve;
mod fund;
mod request_revision;
mod submit;
mod worker;

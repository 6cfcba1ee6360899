// Written by `cargo xtask generate`, from here
mod approve;
mod deadlines;
mod fund;
mod request_revision;
mod submit;
mod worker;
// to here.

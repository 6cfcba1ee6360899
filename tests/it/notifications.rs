// Written by `cargo xtask generate`, from here
mod email_worker;
mod worker;
// to here.

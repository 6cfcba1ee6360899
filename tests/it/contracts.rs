// Written by `cargo xtask generate`, from here
mod get;
mod list;
// to here.

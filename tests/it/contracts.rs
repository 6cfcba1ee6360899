// Written by `cargo xtask generate`, from here
mod get;
mod ledger;
mod list;
// to here.

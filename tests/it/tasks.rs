// Written by `cargo xtask generate`, from here
mod cancel;
mod create;
mod get;
mod list_categories;
mod list_mine;
mod search;
mod update;
mod worker;
// to here.

// Written by `cargo xtask generate`, from here
mod create;
mod get;
mod list_categories;
mod list_mine;
mod search;
mod worker;
// to here.

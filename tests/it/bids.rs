// Written by `cargo xtask generate`, from here
mod accept;
mod create;
mod decline;
mod keep;
mod list_for_task;
mod list_mine;
mod shortlist;
mod withdraw;
mod worker;
// to here.

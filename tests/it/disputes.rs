// Written by `cargo xtask generate`, from here
mod add_evidence;
mod dies;
mod get;
mod list;
mod open;
mod pack;
mod pack_keys;
mod propose_split;
mod settling;
mod withdraw;
mod worker;
// to here.

// Written by `cargo xtask generate`, from here
mod list_disputes;
mod resolve_dispute;
// to here.

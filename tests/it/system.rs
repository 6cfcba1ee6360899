// Written by `cargo xtask generate`, from here
mod dispatch;
mod health;
mod remind;
mod rewrite;
mod sweep;
mod timers;
mod unrouted;
// to here.

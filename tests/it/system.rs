// Written by `cargo xtask generate`, from here
mod dispatch;
mod health;
mod rewrite;
mod sweep;
mod throttling;
mod timers;
// to here.

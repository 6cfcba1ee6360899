// Written by `cargo xtask generate`, from here
mod dispatch;
mod health;
mod sweep;
mod timers;
// to here.

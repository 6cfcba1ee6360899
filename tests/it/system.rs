// Written by `cargo xtask generate`, from here
mod dispatch;
mod health;
mod timers;
// to here.

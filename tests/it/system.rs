mod dispatch;
mod health;
mod rewrite;
mod throttling;
mod timers;

mod dispatch;
mod health;
mod sweep;
mod timers;

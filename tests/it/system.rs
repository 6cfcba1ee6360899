mod dispatch;
mod health;
mod timers;

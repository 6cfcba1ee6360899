// Written by `cargo xtask generate`, from here
mod digest;
mod email_worker;
mod get_preferences;
mod kinds;
mod list;
mod look_at_unsubscribe;
mod mark_read;
mod missed;
mod on_mail_event;
mod unsubscribe;
mod update_preferences;
mod worker;
// to here.

//! What people are told: by mail, and over their open connections.

mod account;
mod connections;
mod context;
mod letters;
mod mailing;
mod missed;
mod preferences;
mod subscription;
mod telling;
mod view;

// Written by `cargo xtask generate`, from here
pub mod digest;
pub mod email_worker;
pub mod get_preferences;
pub mod list;
pub mod look_at_unsubscribe;
pub mod mark_read;
pub mod on_mail_event;
pub mod unsubscribe;
pub mod update_preferences;
pub mod worker;

/// The functions of this domain.
#[rustfmt::skip]
pub const FUNCTIONS: &[proconnect_runtime::Function] = &[
    digest::FUNCTION,
    email_worker::FUNCTION,
    get_preferences::FUNCTION,
    list::FUNCTION,
    look_at_unsubscribe::FUNCTION,
    mark_read::FUNCTION,
    on_mail_event::FUNCTION,
    unsubscribe::FUNCTION,
    update_preferences::FUNCTION,
    worker::FUNCTION,
];
// to here.

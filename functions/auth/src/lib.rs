//! Accounts and sessions.

// Written by `cargo xtask generate`, from here
pub mod change_password;
pub mod confirm_totp;
pub mod disable_totp;
pub mod enroll_totp;
pub mod forgot_password;
pub mod list_sessions;
pub mod login;
pub mod logout;
pub mod reauthenticate;
pub mod refresh;
pub mod register;
pub mod resend_code;
pub mod reset_password;
pub mod revoke_session;
pub mod verify_email;

/// The functions of this domain.
#[rustfmt::skip]
pub const FUNCTIONS: &[proconnect_runtime::Function] = &[
    change_password::FUNCTION,
    confirm_totp::FUNCTION,
    disable_totp::FUNCTION,
    enroll_totp::FUNCTION,
    forgot_password::FUNCTION,
    list_sessions::FUNCTION,
    login::FUNCTION,
    logout::FUNCTION,
    reauthenticate::FUNCTION,
    refresh::FUNCTION,
    register::FUNCTION,
    resend_code::FUNCTION,
    reset_password::FUNCTION,
    revoke_session::FUNCTION,
    verify_email::FUNCTION,
];
// to here.

mod attempt;
mod device;
mod factor;
pub mod session;

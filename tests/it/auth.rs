// Written by `cargo xtask generate`, from here
mod change_password;
mod confirm_totp;
mod disable_totp;
mod ended;
mod enroll_totp;
mod forgot_password;
mod known_devices;
mod limits;
mod list_sessions;
mod login;
mod logout;
mod mailbox;
mod reauthenticate;
mod refresh;
mod register;
mod resend_code;
mod reset_password;
mod revoke_session;
mod strangers;
mod suspended;
mod verify_email;
// to here.

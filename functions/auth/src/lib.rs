//! Accounts and sessions.

pub mod change_password;
pub mod confirm_totp;
pub mod disable_totp;
pub mod enroll_totp;
mod factor;
pub mod forgot_password;
pub mod list_sessions;
pub mod login;
pub mod logout;
pub mod refresh;
pub mod register;
pub mod resend_code;
pub mod reset_password;
pub mod revoke_session;
pub mod session;
pub mod verify_email;

use proconnect_api::SelfUser;
use proconnect_runtime::Function;
use proconnect_store::UserRecord;

/// The functions of this domain.
pub const FUNCTIONS: &[Function] = &[
    register::FUNCTION,
    verify_email::FUNCTION,
    resend_code::FUNCTION,
    login::FUNCTION,
    refresh::FUNCTION,
    logout::FUNCTION,
    forgot_password::FUNCTION,
    reset_password::FUNCTION,
    change_password::FUNCTION,
    list_sessions::FUNCTION,
    revoke_session::FUNCTION,
    enroll_totp::FUNCTION,
    confirm_totp::FUNCTION,
    disable_totp::FUNCTION,
];

/// One's own account, as the API answers it.
pub(crate) fn view(user: &UserRecord) -> SelfUser {
    SelfUser {
        id: user.id,
        email: user.email.to_string(),
        name: user.name.clone(),
        avatar_id: user.avatar_id,
        roles: user.roles.clone(),
        status: user.status,
        totp_enabled: user.totp_enabled(),
        created_at: user.created_at,
    }
}

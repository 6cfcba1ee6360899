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
    proconnect_runtime::http!("auth-register", register::handle),
    proconnect_runtime::http!("auth-verify-email", verify_email::handle),
    proconnect_runtime::http!("auth-resend-code", resend_code::handle),
    proconnect_runtime::http!("auth-login", login::handle),
    proconnect_runtime::http!("auth-refresh", refresh::handle),
    proconnect_runtime::http!("auth-logout", logout::handle),
    proconnect_runtime::http!("auth-forgot-password", forgot_password::handle),
    proconnect_runtime::http!("auth-reset-password", reset_password::handle),
    proconnect_runtime::http!("auth-change-password", change_password::handle),
    proconnect_runtime::http!("auth-list-sessions", list_sessions::handle),
    proconnect_runtime::http!("auth-revoke-session", revoke_session::handle),
    proconnect_runtime::http!("auth-enroll-totp", enroll_totp::handle),
    proconnect_runtime::http!("auth-confirm-totp", confirm_totp::handle),
    proconnect_runtime::http!("auth-disable-totp", disable_totp::handle),
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

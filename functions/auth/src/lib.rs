//! Accounts and sessions.

mod code;
pub mod login;
pub mod logout;
pub mod refresh;
pub mod register;
pub mod resend_code;
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
];

/// One's own account, as the API answers it.
pub(crate) fn view(user: &UserRecord) -> SelfUser {
    SelfUser {
        id: user.id,
        email: user.email.to_string(),
        name: user.name.clone(),
        roles: user.roles.clone(),
        status: user.status,
        created_at: user.created_at,
    }
}

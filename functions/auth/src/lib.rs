//! Accounts and sessions.

// Written by `cargo xtask generate`, from here
// to here.

mod factor;
pub mod session;

use proconnect_api::SelfUser;
use proconnect_store::UserRecord;

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

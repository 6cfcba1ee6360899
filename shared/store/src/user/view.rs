//! Accounts, as the API returns them.

use crate::UserRecord;
use proconnect_api::SelfUser;

/// One's own account.
impl From<&UserRecord> for SelfUser {
    fn from(user: &UserRecord) -> Self {
        Self {
            id: user.id,
            email: user.email.to_string(),
            name: user.name.clone(),
            avatar_id: user.avatar_id,
            roles: user.roles.clone(),
            status: user.status,
            totp_enabled: user.totp_enabled(),
            mail_stopped: user.mail_stopped,
            created_at: user.created_at,
        }
    }
}
